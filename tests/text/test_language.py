"""What language a text is in, and when a model has to be asked."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text import language
from summarize.text.language import detect

NEWS = {
    "en": "The dam at Norwick gave way on Monday, and the town had to be left in the night. The mayor said that nobody was hurt.",
    "de": "Der Damm bei Nordwick ist am Montag gebrochen, und die Stadt musste in der Nacht verlassen werden. Niemand wurde verletzt.",
    "nl": "De dam bij Noordwijk is maandag doorgebroken en de stad moest in de nacht worden verlaten. Niemand is gewond, zei zij.",
    "sv": "Dammen vid Norvik brast på måndagen och staden måste lämnas under natten. Ingen skadades, sade borgmästaren som var där.",
    "da": "Dæmningen ved Norvig brast mandag, og byen måtte forlades om natten. Ingen kom til skade, sagde hun, da hun så det af sig selv.",
    "no": "Demningen ved Norvik brast mandag, og byen måtte forlates om natten. Ingen ble skadet, sa ordføreren, men mye gikk tapt etter midnatt.",
    "fi": "Norvikin pato murtui maanantaina, ja kaupunki oli jätettävä yöllä. Kukaan ei loukkaantunut, mutta monet olivat siellä, kun se tapahtui.",
    "fr": "Le barrage de Norvic a cédé lundi et la ville a dû être quittée dans la nuit. Personne n’a été blessé, selon la maire.",
    "es": "La presa de Norvico cedió el lunes y la ciudad tuvo que ser abandonada por la noche. No hubo heridos, dijo la alcaldesa.",
    "it": "La diga di Norvico ha ceduto lunedì e la città è stata lasciata nella notte. Nessuno è rimasto ferito, ha detto il sindaco.",
    "pt": "A barragem de Norvico cedeu na segunda-feira e a cidade foi deixada durante a noite. Não houve feridos, disse ela.",
    "ro": "Barajul de la Norvic a cedat luni, iar orașul a fost părăsit în timpul nopții. Nu au fost răniți, a spus primarul.",
    "pl": "Tama w Norwiku pękła w poniedziałek i miasto trzeba było opuścić w nocy. Nikt nie został ranny, powiedział, ale to nie jest koniec.",
    "cs": "Hráz u Norviku se v pondělí protrhla a město bylo třeba v noci opustit. Nikdo nebyl zraněn, řekla starostka, která tam byla.",
    "hu": "A norviki gát hétfőn átszakadt, és a várost az éjszaka el kellett hagyni. Senki nem sérült meg, mondta a polgármester, aki ott volt.",
    "tr": "Norvik'teki baraj pazartesi günü yıkıldı ve kent gece boşaltıldı. Kimse yaralanmadı, dedi, ama bu daha son değil.",
    "ru": "Плотина у Норвика прорвалась в понедельник, и город пришлось оставить ночью. Никто не был ранен, сказала она.",
    "uk": "Гребля біля Норвіка прорвалася в понеділок, і місто довелося залишити вночі. Ніхто не був поранений, сказала вона.",
    "bg": "Язовирът при Норвик се скъса в понеделник и градът трябваше да бъде напуснат през нощта. Няма ранени, каза кметът.",
    "el": "Το φράγμα υποχώρησε τη Δευτέρα και η πόλη εκκενώθηκε.",
    "he": "הסכר קרס ביום שני והעיר פונתה בלילה.",
    "ar": "انهار السد يوم الاثنين في المدينة التي كان فيها سكان، وقال رئيس البلدية إنه لم يكن هناك جرحى بعد ذلك.",
    "fa": "سد روز دوشنبه شکست و شهر را باید شبانه ترک می‌کردند. شهردار گفت که کسی زخمی نشده است و این پایان کار نیست.",
    "hi": "बांध सोमवार को टूट गया और शहर को रात में खाली करना पड़ा। किसी को चोट नहीं आई, मेयर ने कहा।",
    "zh": "大坝星期一垮了，全城连夜撤离，无人受伤。",
    "ja": "ダムは月曜日に決壊し、町の人々は夜のうちに避難した。",
    "ko": "댐이 월요일에 무너져 주민들이 밤새 대피했다.",
    "th": "เขื่อนแตกเมื่อวันจันทร์และชาวเมืองต้องอพยพ",
}


@pytest.mark.parametrize("code", NEWS)
def test_two_sentences_of_news_tell_their_language(code, monkeypatch):
    """Script, letters and stop words are enough: the model is not asked."""
    monkeypatch.setattr(language, "_ask", lambda sample, script: "asked")
    assert code == detect(NEWS[code])


def test_names_in_another_script_do_not_decide():
    """A Chinese report full of Latin names is Chinese."""
    assert "zh" == detect("大坝由 Norwick Hydro Power 和 Lowland Water 公司建造，星期一垮了，无人受伤。")


def test_a_language_without_a_list_is_left_to_the_model(monkeypatch):
    """Letters that no listed language writes, where they are common, keep the lists from voting."""
    asked = []
    monkeypatch.setattr(language, "_ask", lambda sample, script: asked.append(script) or "is")
    assert "is" == detect("Stíflan brast á mánudag og það þurfti að yfirgefa bæinn um nóttina, sagði hún þá.")
    assert ["latin"] == asked


def test_an_unclear_vote_is_left_to_the_model():
    """Too few stop words to tell by: py3langid answers, and its answer is deterministic."""
    assert "de" == detect("Staudamm gebrochen: Hunderte Familien fliehen")
    assert "py3langid" in sys.modules


@pytest.mark.parametrize("text", ["", "AP", "12:30 – 1,200", "\n" * 100_000, "\ud800", "→ ★ ✓ 😀"])
def test_what_has_hardly_a_letter_has_no_language(text):
    """None, rather than a guess."""
    assert detect(text) is None


def test_a_long_text_is_sampled_from_its_beginning_and_its_middle():
    """Time does not grow with the text, and an English cookie banner does not make a German article English."""
    assert len(language._sample("x" * 10_000_000)) < 10_000
    assert "de" == detect("We use cookies to improve this site. " * 3 + NEWS["de"] * 100)


@given(st.text())
def test_any_text_is_answered_alike_twice(text):
    """No text raises."""
    assert detect(text) == detect(text)
