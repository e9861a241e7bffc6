"""Bytes to characters: what is trusted, what is guessed, what is no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import encoding

TEXTS = {
    "ru": "Мост через Вереду закрыт до весны. Жители Заречья ездят в школу на пароме, сообщила местная газета.",
    "ja": "ヌルヤ市の橋は春まで閉鎖される。子どもたちは渡し船で学校に通っている、と地元の新聞が伝えた。",
    "zh-hans": "努里亚市的大桥将关闭到春天。当地报纸报道，孩子们乘渡船去学校，家长对此表示担心。",
    "zh-hant": "努里亞市的大橋將關閉到春天。當地報紙報導，孩子們乘渡船去學校，家長對此表示擔心。",
    "ko": "누리야 시의 다리는 봄까지 닫힌다. 아이들은 나룻배를 타고 학교에 간다고 지역 신문이 전했다.",
    "cs": "Most v Dolní Kamenici zůstane zavřený až do jara. Žáci jezdí do školy přívozem, což rodiče těžce nesou.",
    "pl": "Most w Górnej Wsi będzie zamknięty aż do wiosny. Dzieci płyną do szkoły łódką, źle znosząc chłód.",
    "el": "Η γέφυρα της Νουρίας θα μείνει κλειστή ως την άνοιξη. Τα παιδιά πηγαίνουν στο σχολείο με πλοίο.",
    "ar": "سيبقى جسر نوريا مغلقا حتى الربيع. وقالت الصحيفة المحلية إن الأطفال يذهبون إلى المدرسة بالعبارة.",
    "he": "הגשר של נוריה יישאר סגור עד האביב. הילדים נוסעים לבית הספר במעבורת, כך דיווח העיתון המקומי.",
    "fr": "Le pont de Nourie restera fermé jusqu'à l'été. Les élèves traversent à présent la rivière en bac.",
    "en": "The bridge – built in 1911 – stays shut, the “Nuria Post” said. Pupils cross the river by ferry.",
    "tr": "Nuriye köprüsü ilkbahara kadar kapalı kalacak. Çocuklar okula şimdi feribotla gidiyor, dedi belediye başkanı.",
}
LEGACY = [
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("ru", "iso8859-5"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("zh-hans", "gb18030"),
    ("zh-hant", "big5"),
    ("ko", "euc_kr"),
    ("cs", "cp1250"),
    ("pl", "iso8859-2"),
    ("pl", "cp1250"),
    ("el", "iso8859-7"),
    ("el", "cp1253"),
    ("ar", "cp1256"),
    ("he", "cp1255"),
    ("fr", "latin-1"),
    ("en", "cp1252"),
    ("tr", "cp1254"),
]
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize(("language", "name"), LEGACY)
def test_an_undeclared_legacy_encoding_is_recognised(language, name):
    """A hundred characters are enough to tell which encoding of before Unicode a text is in."""
    assert TEXTS[language] == encoding.decode(TEXTS[language].encode(name))


@pytest.mark.parametrize("name", UNICODE)
@pytest.mark.parametrize("language", TEXTS)
def test_every_form_of_unicode_is_read(language, name):
    """UTF-8, UTF-16 and UTF-32 are read with a byte order mark, the first two also without."""
    raw = TEXTS[language].encode(name)
    assert (None, TEXTS[language]) == (encoding.binary_kind(raw), encoding.decode(raw))


@pytest.mark.parametrize(
    "text",
    [
        "Le barrage est réparé .",
        "La digue a tenu, a dit le maire de Nuria à la télévision régionale mardi soir.",
    ],
)
def test_a_stray_mark_of_utf16_makes_no_ideographs(text):
    """Two odd bytes before a Latin text are passed over, if its length or its letters show what it is."""
    assert text == encoding.decode(b"\xff\xfe" + text.encode("cp1252"))


@pytest.mark.parametrize(
    "text", ["大坝守住了", "大坝守住了。布伦诺克镇长昨天晚上说，水位已经下降六米，专家预计星期五可以回家。"]
)
def test_ideographs_with_a_mark_stay_ideographs(text):
    """They hold few controls, and many bytes that could be Latin letters."""
    assert text == encoding.decode(b"\xff\xfe" + text.encode("utf-16-le"))


def test_only_the_byte_order_mark_is_dropped():
    """Line endings, NUL, controls and later marks stay, so that offsets are those an editor shows."""
    assert "a\r\nb\rc\0\x1b\ufeffd\n" == encoding.decode(
        codecs.BOM_UTF8 + "a\r\nb\rc\0\x1b\ufeffd\n".encode()
    )


def test_broken_utf8_costs_the_broken_bytes_only():
    """A stray byte in UTF-8 is U+FFFD and does not turn the rest into another encoding."""
    assert "Brücke, Fähre, \ufffd Straße" == encoding.decode(
        "Brücke, Fähre, ".encode() + b"\xff" + " Straße".encode()
    )


def test_a_lone_surrogate_in_the_bytes_is_replaced():
    """Surrogates that some programs write as if they were UTF-8 do not reach the text."""
    assert "début \ufffd\ufffd\ufffd été" == encoding.decode(
        "début ".encode() + b"\xed\xa0\xbd" + " été".encode()
    )
    assert "start " + "\ufffd" * 6 + " end" == encoding.decode(b"start \xed\xa0\xbd\xed\xb8\x80 end")


def test_a_declared_encoding_is_used_where_it_can_be_right():
    """What the headers say decides between encodings that look alike."""
    raw = "Žluťoučký kůň".encode("iso8859-2")
    assert "Žluťoučký kůň" == encoding.decode(raw, declared="ISO-8859-2")


@pytest.mark.parametrize("label", ["utf-16", "latin-1", "zip", "idna", "no-such", "\0", ""])
def test_a_wrong_declaration_does_not_break_valid_utf8(label):
    """Bytes that are valid UTF-8 are UTF-8, whatever they are declared to be."""
    assert "Fähre" == encoding.decode("Fähre".encode(), declared=label)


def test_a_declared_seven_bit_encoding_is_believed():
    """ISO-2022-JP looks like ASCII with escapes, so that only the declaration can tell."""
    assert "橋" == encoding.decode("橋".encode("iso2022_jp"), declared="iso-2022-jp")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"GIF89a\1\0\1\0", "a GIF image"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\3\4\x14\0", "a ZIP archive or an office document"),
        (b"\x1f\x8b\x08\0", "gzip data"),
        (b"\x7fELF\2\1\1\0", "an ELF program"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"ID3\4\0", "an MP3 recording"),
        (b"\0\0\0\x20ftypisom", "an MP4 film"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_data_that_is_no_text_is_named(raw, kind):
    """The reason says what the file is, so that the reader sees what went wrong."""
    assert kind == encoding.binary_kind(raw)


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_decode_to_text_that_can_be_written(raw, declared):
    """No bytes and no declaration raise, and what comes out is valid Unicode."""
    text = encoding.decode(raw, declared=declared)
    assert text == text.encode().decode()


@given(st.text(max_size=200))
def test_utf8_is_read_exactly(text):
    """What was written as UTF-8 is read back character for character."""
    assert text == encoding.decode(codecs.BOM_UTF8 + text.encode())
