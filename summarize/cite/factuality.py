"""How a sentence holds what it tells to be: so, denied, doubted, tried, or all but so.

"Police denied reports that the driver was drunk" has every word of "the driver was drunk", and says the
contrary: what decides is the word the clause hangs on, wherever it stands, and not, as for "not", the word
beside the verb alone. Saurí and Pustejovsky call it factuality (FactBank, LRE 43, 2009). What one sentence
tells under such a word the other must tell under one of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from summarize.cite.denials import IMPERFECT
from summarize.cite.irregular import PLAIN
from summarize.cite.statement import Statement
from summarize.cite.tense import acts
from summarize.cite.words import word_set

# What a clause hangs on, per kind and language; of several words, the first ones in a row.
_HELD = {
    "denied": {
        "en": "denied, denies, deny, denying, rejected, rejects, dismissed, dismisses, disputed, disputes, "
        "refuted, refutes, ruled out, rules out, ruling out, gave up, given up, gives up, giving up, lifted, "
        "lifts, lift, lifting, no evidence, contrary to, not true, no truth, could not say, "
        "could not confirm, did not say, false that, wrong that",
        "de": "dementierte, dementierten, dementiert, bestritt, bestritten, bestreitet, bestreiten, "
        "verneinte, widersprach, widersprachen, leugnete, leugnet",
        "fr": "démenti, dément, démentent, démentait, nié, nie, nient, réfuté, réfute, contesté, conteste",
        "es": "negó, negaron, niega, niegan, negado, desmintió, desmintieron, desmiente, "
        "desmentido, descartó, descartaron, descarta",
        "it": "negato, nega, negano, negava, smentito, smentisce, smentiscono, escluso",
        "pt": "negou, negaram, nega, negam, desmentiu, desmentiram, desmente, descartou, descartaram",
        "nl": "ontkende, ontkenden, ontkent, ontkend, betwistte, betwist, weersprak, weerspreekt",
        "sv": "förnekade, förnekar, förnekat, dementerade, dementerar, dementerat, bestred, bestrider",
        "ru": "опроверг, опровергла, опровергло, опровергли, опровергает, отрицает, отрицал, "
        "отрицала, отрицали",
        "cs": "popřel, popřela, popřeli, popírá, popírají, vyvrátil, vyvrátila, dementoval, dementovala",
        "el": "διέψευσε, διέψευσαν, διαψεύδει, αρνήθηκε, αρνήθηκαν, αρνείται",
        "ar": "نفى, نفت, ينفي, تنفي, أنكر, أنكرت, كذب, كذبت",
        "he": "הכחיש, הכחישה, הכחישו, מכחיש, מכחישה, שלל, שללה",
    },
    "doubted": {
        "en": "whether, doubt, doubts, doubted, doubtful, unclear if, unknown if, unless, if",
        "de": "ob, bezweifelt, bezweifelte, bezweifeln, bezweifelten, zweifelt, zweifelte, falls",
        "fr": "doute que, doutent que, incertain si, ignore si",
        "es": "duda que, dudan que, duda de que, dudó, dudaron",
        "it": "dubita, dubitano, dubitava",
        "pt": "duvida, duvidam, duvidou, duvidaram",
        "nl": "betwijfelt, betwijfelde, betwijfelen, betwijfelden",
        "sv": "tvivlar, tvivlade, huruvida",
        "ru": "сомневается, сомневаются, сомневался, сомневалась",
        "cs": "zda, zdali, pochybuje, pochybují",
    },
    "possible": {
        "en": "might, could, possibly, perhaps, likely, considering, considers, potentially, may",
        "de": "könnte, könnten, womöglich, vielleicht, möglicherweise",
        "fr": "pourrait, pourraient, éventuellement",
        "es": "podría, podrían, quizás, quizá, posiblemente",
        "it": "potrebbe, potrebbero, forse",
        "pt": "poderia, poderiam, talvez, possivelmente",
        "nl": "zou, zouden, mogelijk, misschien",
        "sv": "kanske, möjligen",
        "ru": "может, могут, возможно",
        "cs": "možná, mohl, mohla, mohlo, mohly, mohli, může, mohou",
        "el": "μπορεί, μπορούσε, ίσως",
        "ar": "ربما",  # and not قد, which before a past verb is certain
        "he": "עלול, עלולה, עלולים, עשוי, עשויה, עשויים, אולי",
        "hi": "शायद",
    },
    "tried": {
        "en": "tried to, tries to, try to, trying to, attempted to, attempts to, attempting to, attempt to, "
        "sought to, seeks to, attempted, about to",
        "de": "versuchte, versuchten, versucht",
        "fr": "tenté de, tenté d, tente de, tentent de, essayé de",
        "es": "intentó, intentaron, intenta, intentan, trató de, trataron de",
        "it": "tentato di, tenta di, cercato di",
        "pt": "tentou, tentaram, tenta, tentam",
        "nl": "probeerde, probeerden, geprobeerd",
        "sv": "försökte, försöker, försökt",
        "ru": "пытался, пыталась, пытались, попытался, попыталась, попытались",
        "cs": "pokusil, pokusila, pokusili",
    },
    "escaped": {"en": "almost, nearly, came close to, close to", "fr": "failli"},
}  # fmt: skip
_TOLD = word_set("report reports rumour rumours rumor rumors claim claims allegations speculation news")
_FALSE = word_set("false untrue wrong unfounded baseless hoax fake incorrect")
# Behind these stands what is still to be done.
_TO_COME = frozenset((word, "to") for word in ("is", "are", "due", "set", "scheduled", "expected"))
# Who says this tells no deed: "gusts are expected" is "no ferry will leave, since gusts are forecast".
_EXPECTED = word_set(
    "expect expects expected forecast forecasts predict predicts predicted likely due would could may"
)
# Words behind, and stems of them; so many of which the other must say, of what is possible one.
_REACH, _STEMS, _SHARED = 9, 3, 2


def unlike(a: Statement, b: Statement) -> bool:
    """Whether one denies, doubts, or tells as tried or all but done what the other tells as so."""
    return _held_otherwise(a, b) or _held_otherwise(b, a) or _still_to_come(a, b) or _still_to_come(b, a)


def denies(statement: Statement) -> bool:
    """Whether a clause in it hangs on a word of denial."""
    return any(kind == "denied" for kind, _ in _held(statement))


def plain(statement: Statement) -> frozenset[str]:
    """Its stems, and those of the plain forms of its verbs: "began" is "begin" too, "سيفتح" is "فتح"."""
    if statement.language == "ar":
        return statement.distinct | {stem[1:] for stem in statement.distinct if stem[0] in IMPERFECT}
    if statement.language != "en":
        return statement.distinct
    past = (PLAIN[lower] for lower in statement.lower & PLAIN.keys())
    return statement.distinct | {statement.stem(lower) for lower in past}


def _still_to_come(a: Statement, b: Statement) -> bool:
    """Whether B has yet to come to what A tells as done: "is to vote on the law" for "passed the law"."""
    if a.language != "en" or a.lower & _EXPECTED or not (coming := _coming(b)):
        return False
    deeds = {a.stem(PLAIN.get(a.words[i].lower, a.words[i].lower)) for i in acts(a.words) if a.words[i].stem}
    return not coming & plain(a) and bool(deeds) and not deeds & plain(b) and not _coming(a)


def _coming(statement: Statement) -> frozenset[str]:
    """The stems of the verbs of what is to be done: "is to vote", "will probably vote"."""
    words = statement.words
    opens = (
        i
        for i, word in enumerate(words)
        if word.lower == "will" or (i and (words[i - 1].lower, word.lower) in _TO_COME)
    )
    verbs = (next((word for word in words[i + 1 : i + 3] if word.stem), None) for i in opens)
    return frozenset(verb.stem for verb in verbs if verb)


def _held_otherwise(a: Statement, b: Statement) -> bool:
    """Whether what hangs on such a word in A hangs on none of its kind in B, which says it."""
    held = list(_held(a))
    if not held:
        return False
    kinds, said = {kind for kind, _ in _held(b)}, plain(b)
    return any(
        kind not in kinds
        and stems
        and len(stems & said) >= min(1 if kind == "possible" else _SHARED, len(stems))
        for kind, stems in held
    )


def _held(statement: Statement) -> Iterator[tuple[str, frozenset[str]]]:
    """Each kind of such a word in a sentence, and the stems that hang on it."""
    openings = _openings(statement.language or "")
    if openings.keys().isdisjoint(statement.lower):
        return
    spoken = [word.lower for word in statement.words]
    for i, lower in enumerate(spoken):
        for kind, phrase in openings.get(lower, ()):
            after = i + len(phrase)
            if tuple(spoken[i:after]) == phrase and _governs(statement, kind, after):
                yield kind, _hanging(statement, after)
        if (
            lower in _TOLD
            and not _FALSE.isdisjoint(statement.lower)
            and spoken[i + 1 : i + 2] in (["that"], ["of"])
        ):
            yield "denied", _hanging(statement, i + 1)


def _governs(statement: Statement, kind: str, after: int) -> bool:
    """Whether "almost" is of a deed and not of a number ("nearly 50"), and "could" is not "could not"."""
    if kind == "possible":
        return after == len(statement.words) or statement.words[after].lower != "not"
    if kind != "escaped" or statement.language != "en":
        return True
    return not {after, after + 1}.isdisjoint(acts(statement.words))


def _hanging(statement: Statement, first: int) -> frozenset[str]:
    found: dict[str, None] = {}
    for word in statement.words[first : first + _REACH]:
        if word.stem:
            found[statement.stem(PLAIN.get(word.lower, word.lower))] = None
        if len(found) == _STEMS:
            break
    return frozenset(found)


@cache
def _openings(language: str) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """From the first word of what a clause may hang on to the kinds and the whole of it."""
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for kind, lists in _HELD.items():
        for phrase in filter(None, lists.get(language, "").split(", ")):
            words = tuple(phrase.split())
            found[words[0]] = (*found.get(words[0], ()), (kind, words))
    if language == "en":
        for word in _TOLD:
            found.setdefault(word, ())
    return found
