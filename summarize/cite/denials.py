"""Words that deny or doubt, per language, and what they deny.

German, French, Spanish and Russian: what Universal Dependencies marks `Polarity=Neg` in its treebanks, with
the pronouns and determiners any grammar lists beside it (nobody, none, never, without); the others: the
same by grammar. Czech denies by a prefix, as many languages do with adjectives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.cite.words import Word, in_language, phrases

_NEGATORS = {
    "en": "not no unable never none neither nor without cannot denied denies deny denying refused "
    "refuses refuse rejected rejects failed fails nobody nothing",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder",
    # "Plus" and "ne … que" are left out: they are "more" and "only" as often.
    "fr": "pas jamais aucun aucune rien nul nulle ni sans",
    "es": "no nunca jamás nadie ningún ninguna ninguno tampoco sin ni",
    "it": "non nessun nessuno nessuna né neppure nemmeno senza",
    "pt": "não nunca jamais ninguém nenhum nenhuma nem sem",
    "nl": "niet geen nooit niemand niets zonder noch",
    "sv": "inte ej icke aldrig ingen inget inga ingenting varken",
    "ru": "не ни никогда никто никого нет без нельзя",
    "cs": "ne ani nikdy nikdo nikoho žádný žádná žádné žádného není nejsou nebyl nebyla "
    "nebylo nebyli nebyly bez",
    "el": "δεν δε μη μην ποτέ κανείς κανένας καμία χωρίς ούτε όχι",
    "ar": "لا لم لن ليس ليست بدون ولا ولم ولن وليس فلا فلم فلن",
    "he": "לא אין אינו אינה אינם אינן ללא בלי ולא שלא ואין שאין שאינו שאינה",
    "hi": "नहीं मत बिना",
    "zh": "不 没 沒 未 否 无 無",
}  # fmt: skip
_PAIRS = phrases("yet_to ruled_out rules_out rule_out voted_against vote_against votes_against ruled_against")
# "Not only", "no longer", "no one knows how many": a negation of something else than the verb.
_NOT_NEGATING = {
    "en": "only just merely necessarily yet surprisingly",
    "de": "nur bloß allein zuletzt",
    "fr": "seulement moins doute cesse",
    "es": "solo sólo solamente obstante embargo duda menos",
    "it": "solo soltanto dubbio",
    "pt": "só apenas somente dúvida obstante menos",
    "nl": "alleen slechts enkel",
    "sv": "bara endast minst",
    "ru": "только менее",
    "cs": "jen jenom",
    "el": "μόνο μόνον",
    "ar": "فقط",
    "he": "רק",
}
# Where the word that denies follows what it denies: "genehmigte nicht", "मंजूरी नहीं दी".
_FOLLOWING = frozenset({"de", "nl", "sv", "hi"})
_REACH, _REACH_BACK, _TOGETHER = 4, 5, 2  # words from what denies to what is denied, and stems of it
IMPERFECT = frozenset("يتنا")  # Arabic: "لم يوافق" denies "وافق"
_MARKS = frozenset(",;:.?!()—–")


def negations(words: Sequence[Word], language: str | None) -> tuple[int, ...]:
    """Indices of the words that deny."""
    negators = in_language(_NEGATORS, language)
    if not negators:
        return ()
    otherwise = in_language(_NOT_NEGATING, language)
    return tuple(
        i
        for i, word in enumerate(words)
        if _denies(words, i, negators, language)
        and not (
            i + 1 < len(words)
            and (words[i + 1].lower in otherwise or (word.lower == "no" and words[i + 1].text[0].isdigit()))
        )
    )


def _denies(words: Sequence[Word], i: int, negators: frozenset[str], language: str | None) -> bool:
    lower = words[i].lower
    if lower in negators:
        return True
    if language == "en":
        follows = words[i + 1].lower if i + 1 < len(words) else ""
        return lower.endswith("n't") or (lower, follows) in _PAIRS
    # "Personne n'a été blessé": nobody, but only beside "ne".
    return (
        language == "fr"
        and lower == "personne"
        and i + 1 < len(words)
        and words[i + 1].lower.startswith(("ne", "n'"))
    )


def denied(words: Sequence[Word], negators: Sequence[int], language: str | None) -> Iterator[frozenset[str]]:
    """The stems of what each denies: the one or two next to it, within its clause.

    "Does not include figures" denies the two together, and no other thing that is included.
    """
    for at in negators:
        no_one = language == "en" and [word.lower for word in words[at : at + 2]] == ["no", "one"]
        at += no_one
        yield frozenset(_stems(words, range(at + 1, min(at + 1 + _REACH, len(words))), 0, language))
        if language in _FOLLOWING:
            yield frozenset(_stems(words, range(at - 1, max(at - 1 - _REACH_BACK, -1), -1), 1, language))


def _stems(words: Sequence[Word], indices: range, ahead: int, language: str | None) -> Iterator[str]:
    """Two stems at most, up to a mark. ahead: from a word to the one whose gap divides them."""
    found = 0
    for i in indices:
        if found == _TOGETHER or _MARKS & set(words[i + ahead].gap):
            return
        if stem := words[i].stem:
            found += 1
            verb = language == "ar" and found == 1 and stem[0] in IMPERFECT
            yield stem[1:] if verb else stem
