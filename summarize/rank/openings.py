"""Whether a sentence can open a digest: whom or what its first words stand for is in the sentence before.

English, German and French, where it can be told from the words; elsewhere no sentence is said to lean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from summarize import quoting
from summarize.model import SentenceTable
from summarize.rank.material import Material
from summarize.rank.selection import SAME

_TIME = (
    r"year|month|week|weekend|morning|afternoon|evening|summer|winter|spring|fall|autumn|season|time|days?"
    r"|\w+day"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_CONNECTED = r"(?:(?:but|and|so|yet|then|now|also|still|however,|meanwhile,)\s+)?+"
# "On Tuesday, he", "Once there, she": a phrase before, without a name but of a day or a month.
_PHRASE = (
    r"(?:in|on|at|by|for|from|after|before|during|until|since|while|when|as|once|inside|outside|about|nearly|last|next|earlier"
    r"|later|now|today|then|if|although|though|instead|the|an?|one|two|three|four|five|several|asked|furthermore|moreover"
    r"|(?:minutes|hours|days|weeks|months|years)(?=\slater))"
    rf"(?:\s(?:(?-i:[a-z\d])[\w’'-]*|(?:{_MONTHS})|\w+day)\.?){{0,7}}"
)
# "It found that", not "it emerged that"; "both were hurt", "neither of them".
_TELLS = (
    "found|said|says|added|adds|ruled|showed|shows|argued|argues|warned|warns|claimed|claims|estimated|estimates|concluded"
    "|concludes|noted|notes|reported|announced|recommended|insisted|stated|alleged|alleges|accused|denied|urged"
)
_VERBS = (
    r"of\s+(?:them|the\s+two|these)|are|is|were|was|have|has|had|will|would|could|can|did|said|say|died|denied|pleaded|survived"
    r"|agreed|declined|faced|remained|went|came|took"
)
# "It is clear that", "this week", "those who": nothing before is meant.
_ENGLISH = (
    rf"^(?:[\"“'‘]|``)?{_CONNECTED}(?:"
    r"(?:he|she|they|his|her|their|theirs|its)(?:['’](?:s|d|ll|re|ve))?\b"
    r"|it(?:['’](?:s|d|ll))?+\b(?!\s+(?:is|was|['’]s|remains|remained|seems|appears|takes|took|would be)?+\s*"
    r"(?:\w+\s+){0,3}(?:that|to|whether|how|who|why|when|since)\b)"
    rf"|it\s+(?:also\s+|later\s+)?(?:{_TELLS})\b"
    r"|it(?:['’]s|\s+(?:is|was|became|will\s+be))\s+(?:also\s+|now\s+|still\s+)?the\s+(?:first|second|third|last|only|most|\w+est)\b"
    r"(?!\s+(?:time|day|week|month|year)\b)"
    rf"|(?:the\s+\w+\s+(?:said|say|says)\s+)?(?:both|neither)\s+(?:{_VERBS})\b|there,"
    rf"|(?:this|that|these|those|such)\b(?!\s+(?:{_TIME}|is\s+not\s+the|who|with|in|of|said)\b)"
    rf"|(?:\w+\s+)?(?:from|to|after|according\s+to)\s+these\s+(?!(?:{_TIME})\b)\w"
    r"|(?:the|both|another)\s+(?:two\s+|three\s+|other\s+)?(?:company|firm|agency|group|pair|duo|trio|couple|man"
    r"|woman|men|women|boy|girl|teen|teenager|suspect|suspects|victim|victims|actor|actress|singer|rapper|author"
    r"|move|decision|announcement|ruling|law|bill|measure|incident|crash|statement|report|study|video|clip"
    r"|document|letter|researchers|authors|lawsuit|suit|film|show|former|latter)"
    r"(?=,\s+(?:who|which)\b"
    r"|[,.]?\s+(?!of\b|in\b|at\b|for\b|from\b|that\b|who\b|which\b|to\b|on\b|behind\b|with\b|by\b|and\b))"
    r"|according to (?:him|her|them|it)\b"
    rf"|{_PHRASE},\s(?:he|she|they)\b"
    r")"
)
_GERMAN = (
    r"^[„\"»]?(?:(?:und|aber|doch|auch)\s+)?+"
    r"(?:er|sie|ihre?|ihr(?:em|en|er)|seine?|sein(?:em|en|er)|dies(?:e|er|es|em|en)?)\b(?!\s+(?:woche|jahr|monat|tage?)\b)"
)
_FRENCH = (
    r"^[«\"]?\s?(?:(?:et|mais|or)\s+)?+"
    r"(?:il(?!\s+(?:n['’])?(?:y|faut|s['’]agit|est|était|a\s+été|appartient|semble|reste|ne\s+devrait)\b)|elle|ils|elles|cela|ceci|celui-ci|celle-ci|ce\s+dernier"
    r"|cette\s+dernière|ces\s+derniers|ces\s+dernières)\b"
)
_SOURCES = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}

# A thing taken up as known, "The recall covers". "The mayor of Sedge" is told apart by what follows,
# "the first storm" by a superlative, "the State Department" by its name.
_JOINING = r"(?:of|in|at|for|from|that|to|on|behind|with|by|and|or|between|than|as|about|against)"
_TAKEN_UP = {
    "en": (
        r"^[\"“]?The\s(?!(?:most|first|last|only|\w+est)\s)"
        rf"(?:(?!{_JOINING}\s)[a-z\d%$'’.-]+\s){{0,3}}?(?!{_JOINING}\s)[a-z-]+"
        r"(?=,|\s(?:also\s|now\s|then\s|still\s)?"
        r"(?:is|was|are|were|has|had|have|will|would|can|could|may|might|did|\w+ed|\w+s)\b)"
    ),
    "de": (
        r"^[„\"»]?(?:Der|Die|Das)\s(?!\w+(?:s|ß)te[rn]?\s)(?:[a-zäöüß]\S*\s)?[A-ZÄÖÜ][a-zäöüß]+"
        r"(?=,|\s(?:ist|war|sind|waren|hat|hatte|haben|hatten|wird|wurden?|werden|soll|sollen|kann|können)\b)"
    ),
    "fr": (
        r"^[«\"]?\s?(?:L[ae]s?\s|L['’])(?!plus\s|premi|derni|seule?\s)[a-zà-ÿ-]+(?:\s(?!de\s|du\s|des\s|à\s|aux?\s|en\s|qui\s)[a-zà-ÿ-]+)?"
        r"(?=,|\s(?:est|sont|était|étaient|a|ont|avait|avaient|sera|seront|fut)\b)"
    ),
    "es": (
        r"^[«\"“]?(?:El|La|Los|Las)\s(?!más\s|primer|últim)[a-zà-ÿ-]+(?:\s(?!del?\s|en\s|que\s|al?\s)[a-zà-ÿ-]+)?"
        r"(?=,|\s(?:es|son|era|eran|ha|han|había|habían|fue|fueron|será|serán|está|están)\b)"
    ),
}
_CONNECTIVE = re.compile(
    r"^[\"“„«»]?\s?(?:But|And|However|So|Yet|Still|Then|Meanwhile|Instead|Nevertheless|Moreover|Furthermore"
    r"|Aber|Doch|Jedoch|Dennoch|Trotzdem|Außerdem|Zudem|Mais|Or|Cependant|Toutefois|Pourtant|Pero|Además|Ale|Avšak|Přesto)\b"
)

# "To pay for it, the mayor": a thing that need not have a name.
_FOR_IT = re.compile(
    r"^[\"“]?(?:To|For|After|Before|By|With|Without|Despite)\s(?:[a-z]+\s){0,3}(?:it|this),\s(?!(?:he|she|they)\b)"
)

# "…," he said: somebody speaks, and nothing says who. Right behind what is said no name tells it either:
# "…," he said on Monday; "…," its chief executive, Martin Holt, said.
_SAYING = re.compile(
    r"\b(?:he|she|they)\s+(?:also\s+|later\s+)?(?:said|says|told|added|wrote|tweeted|explained|continued|recalled)\b"
    r"|\b(?:said|says|added|wrote)\s+(?:he|she)\b"
)
_BEHIND = re.compile(rf"[\s,]*(?:(?:his|her|their|its)\b|{_SAYING.pattern})")
# Not a month or a weekday: "the verdict is due on 3 December" names nobody.
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_NAME = re.compile(rf"(?!(?i:{_MONTHS}|{_WEEKDAYS})\b)[A-ZÀ-Þ][\w’'-]+")

# Cosine from which a line of another paper reads on as the line's own paper does.
_NEARLY = 0.8
# Words of context, at most: as much as the longest line has by default.
_LONGEST = 60


def antecedents(rows: Sequence[int], material: Material) -> dict[int, int]:
    """Of lines that lean, by their places in `rows`, the line straight behind which each needs no context.

    That is the sentence before it in its document, or the one before that where that leans as well;
    else a line of the same day that stands alone and says the one sentence of its context nearly word for
    word. Two never stand behind one.
    """
    table, place = material.table, {row: line for line, row in enumerate(rows)}
    lean = [line for line, row in enumerate(rows) if leaning(row, table)]
    found: dict[int, int] = {}
    for line, row in enumerate(rows):
        if before := [each for each in _before(row, material) if each in place]:
            found[line] = place[before[0]]
    for line in lean:
        context = () if line in found else _context(rows[line], None, material)
        if len(context) == 1:  # of two, whom it leans on is in the second: "They found the men's bikes"
            alike = {place.get(row, line) for row in _printed(context[0], material)}
            said = sorted(alike.difference(lean, found.values()))
            one_day = said and _day(rows[said[0]], table) == _day(rows[line], table)
            if one_day and line not in _above(said[0], found):  # two papers may lean on one another
                found[line] = said[0]
    return found


def _above(line: int, found: Mapping[int, int]) -> Iterator[int]:
    """The lines that stand one above another before a line, nearest first; none may stand behind itself."""
    while line in found:
        line = found[line]
        yield line


def _printed(row: int, material: Material) -> list[int]:
    """The rows that print a row, nearly word for word."""
    graph = material.similarity
    mine = slice(graph.indptr[row], graph.indptr[row + 1])
    return [int(other) for other in graph.indices[mine][graph.data[mine] >= _NEARLY]]


def _before(row: int, material: Material) -> list[int]:
    """The row before one that leans or goes on, and the one before that where both lean."""
    table = material.table
    last = [each for each in (row - 1, row - 2) if each >= 0 and table.document[each] == table.document[row]]
    if not leaning(row, table):
        return last[:1] if _goes_on(row, material) else []
    return last if last and leaning(last[0], table) else last[:1]


def contexts(rows: Sequence[int], material: Material) -> tuple[tuple[int, ...], ...]:
    """For each line the rows that say whom or what it opens with, in text order; () where none is needed.

    The sentence before it in its document, or two where that one leans as well. None where the line above
    already says it, word for word or nearly, where it may not be quoted, or where it would not help. The
    first line, under which nothing stands, gets one as well where it opens with "But" or "The recall".
    """
    above = (None, *rows)
    return tuple(
        _context(row, above[i], material)
        if leaning(row, material.table) or (i == 0 and _goes_on(row, material))
        else ()
        for i, row in enumerate(rows)
    )


def _context(row: int, above: int | None, material: Material) -> tuple[int, ...]:
    table = material.table
    for first in (row - 1, row - 2):
        found = tuple(range(max(first, 0), row))
        if first < 0 or table.document[first] != table.document[row] or not table.eligible[first]:
            return ()
        if _says(above, found, material) or sum(len(table.text(each).split()) for each in found) > _LONGEST:
            return ()
        if leaning(first, table):
            continue
        thing = not leaning(row, table) or _FOR_IT.search(_said(row, table))
        if thing or _names(first, table):  # who leans on somebody needs a name
            return () if _speaks_of_the_same(row, found, table) else found
    return ()


def _names(row: int, table: SentenceTable) -> bool:
    """Whether a row holds a name: a capital inside, or a first word that its document knows by no other."""
    said = _said(row, table)
    if _NAME.search(said, 1):
        return True
    first, text = _NAME.match(said), table.documents[table.document[row]].text
    if not first or re.search(rf"\b{re.escape(first[0].lower())}\b", text):
        return False
    return re.search(rf"[\w,;] {re.escape(first[0])}\b", text) is not None


def _speaks_of_the_same(row: int, context: Sequence[int], table: SentenceTable) -> bool:
    """Whether a context tells no more than the line which company it is: it says "the company" itself."""
    opening = " ".join(table.text(row).split()[:2]).lower()
    return opening.startswith("the ") and any(
        re.search(rf"\b{re.escape(opening)}\b", table.text(each)) for each in context
    )


def _says(above: int | None, rows: Sequence[int], material: Material) -> bool:
    """Whether a line says what one of these rows does."""
    return above is not None and (
        above in rows or any(material.similarity[above, each] > SAME for each in rows)
    )


def leaning(row: int, table: SentenceTable) -> bool:
    """Whether a row leans, as its document's language has it."""
    return leans(table.text(row), _language(row, table))


def takes_up(row: int, material: Material) -> bool:
    """Whether a row opens with a thing as if it was known, "The recall covers"; no first sentence does.

    English, German, French and Spanish. A row that leans is not meant. Nor is anything in a single document:
    its own order is the best for a story, and in a list of reviews each "The room was" begins anew.
    """
    table = material.table
    pattern = _TAKEN_UP.get(_language(row, table) or "")
    if pattern is None or not material.place[row] or len(table.documents) == 1 or leaning(row, table):
        return False
    return re.search(pattern, _said(row, table)) is not None


def _goes_on(row: int, material: Material) -> bool:
    """Whether a row opens with "But" or takes a thing up."""
    connected = material.place[row] > 0 and _CONNECTIVE.search(_said(row, material.table))
    return bool(connected) or takes_up(row, material)


def _language(row: int, table: SentenceTable) -> str | None:
    language: str | None = table.documents[table.document[row]].language
    return language


def _said(row: int, table: SentenceTable) -> str:
    return " ".join(table.text(row).split())


def _day(row: int, table: SentenceTable) -> date | None:
    published = table.documents[table.document[row]].published
    return published.date() if published else None


@lru_cache(maxsize=1 << 10)  # the order of lines and their contexts ask of the same ones
def leans(text: str, language: str | None) -> bool:
    """Whether a sentence opens with a word for somebody or something named before, or hides who speaks.

    >>> leans("He said the dam would hold.", "en"), leans("“It held,” Edna Quill said.", "en")
    (True, False)
    >>> leans("It is clear that the dam will hold.", "en"), leans("“It held all night.”", "en")
    (False, True)
    """
    if language not in _SOURCES:
        return False
    text = " ".join(text.split())
    rest = quoting.SPEECH.sub(" ", text) if quoting.quotes(text) else text
    if rest is not text:
        if not any(letter.isalpha() for letter in rest):
            return True  # a bare quotation
        if rest.lstrip(" ,").split(" ")[0] != text.split(" ")[0]:  # it begins with what is said
            return bool(_BEHIND.match(rest) or (_SAYING.search(rest) and not _NAME.search(rest)))
    return _opening(language).search(text) is not None or (language == "en" and bool(_FOR_IT.search(text)))


@cache
def _opening(language: str) -> re.Pattern[str]:
    return re.compile(_SOURCES[language], re.IGNORECASE)
