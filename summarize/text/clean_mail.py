"""What a mail says that is not its writer's: quoted and forwarded mail, signatures, subscription footers.

Told by shape, in any text, since mail is pasted into files as well: by the lines that mail programs
write above what they quote. What the reader of a mail knows to be quoted is taken
from it. `FOOTERS` are openings as `clean_furniture` has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.model import Span
from summarize.text.clean_furniture import Openings
from summarize.text.clean_page import Page

# Patterns are strings, compiled where a cheap test says they may match (docs/decisions/0004).
# "On Tue, 3 Mar 2031 at 10:15, Ilse Marden <ilse@tarrow.example> wrote:", on one line or two.
WROTE = ("wrote", "schrieb", "a écrit", "escribió", "ha scritto", "schreef", "escreveu", "skrev", "написал")
ATTRIBUTION = (
    r"(?m)^[ \t]*(?:On|Am|Le|El|Il|Op|Em|Den|В)\b[^\n]{8,200}(?:\n[^\n]{1,120})?"
    rf"\b(?:{'|'.join(WROTE)})[^\n:]{{0,80}}:[ \t]*$"
)
POSTED = r"\d:\d\d|<[^<>\s]{1,100}@"  # an hour or an address: no prose has both on such a line
QUOTED = r"(?m)^[ \t]*>[^\n]*$"
QUOTED_LINES = 2  # of a quotation that no line announces; one alone is a Markdown block quote
FORWARDS = ("--", "orward", "weitergeleitet", "Début du message", "mensaje reenviado")
FORWARDED = (
    r"(?im)^[ \t>]*(?:-{2,}[ \t]*(?:original|forwarded|reply|ursprüngliche|weitergeleitete|message|mensaje"
    r"|messaggio)[ \t][^\n-]{3,60}-{2,}|begin forwarded message[ \t]*:"
    r"|anfang der weitergeleiteten nachricht[ \t]*:"
    r"|début du message (?:réexpédié|transféré)[ \t]*:|inicio del mensaje reenviado[ \t]*:)[ \t]*$"
)
# Header lines as Outlook sets them over what it quotes: at least three.
ADDRESSED = ("Subject:", "Betreff:", "Objet", "Asunto:", "Oggetto:")
HEADERS = (
    r"(?m)^[ \t]*\*?(?:From|Von|De|Da) ?:[^\n]{3,200}\n+(?:[ \t]*\*?(?:Sent|Date|Gesendet|Datum|Envoyé"
    r"|Enviado|Inviato|To|An|À|Para|A|Cc|Subject|Betreff|Objet|Asunto|Oggetto) ?:[^\n]{0,300}(?:\n+|\Z)){2}"
)
SIGNATURE = r"(?m)^-- ?$"
LONGEST_SIGNATURE = 1500  # characters; more below two dashes is text. Chosen by eye

FOOTERS: Openings = {
    "mail-footer": (
        (
            "view read open see",
            r" (?:(?:this|it|the)(?: (?:e-?mail|message|newsletter|issue|edition))? )?"
            r"(?:online|(?:in|on|with) (?:your |a |the )?(?:web )?browser)\b.{0,30}\Z",
        ),
        ("unsubscribe", r"(?:\s?(?:[.|·,]|\Z)| (?:here|now|from|at|or|instantly|\|))"),
        ("unsubscribe", r" and \w{3,10} (?:your )?preferences\b"),
        ("manage update change edit", r" (?:your )?(?:e-?mail |subscription |newsletter )?preferences\b"),
        ("manage", r" (?:your )?(?:e-?mail |newsletter )?subscriptions?\b"),
        ("to", r" (?:unsubscribe|opt out|stop receiving|be removed from|update your preferences)\b"),
        ("if", r" you (?:no longer|do not|don['’]t) (?:wish|want) to receive\b"),
        ("if", r" (?:you were forwarded this|this (?:e-?mail|newsletter) was forwarded)\b"),
        ("was", r" this (?:e-?mail|newsletter|message) forwarded to you\b"),
        ("you", r" (?:have )?(?:received|get) this (?:e-?mail|message|newsletter) (?:because|as)\b"),
        ("you're", r" (?:receiving|getting) this\b"),
        ("why", r" (?:did i get|am i getting|am i receiving) this\b"),
        ("this", r" (?:e-?mail|newsletter|message) (?:was|is) sent (?:to \S{1,60}@|because)"),
        ("having", r" trouble (?:viewing|reading|seeing) this\b"),
        ("add", r" (?:us|\S{1,60}@\S{1,60}) to your (?:address book|contacts|safe)\b"),
        ("sie", r" (?:erhalten|bekommen) diese[ns]? (?:e-?mail|newsletter|nachricht)\b"),
        ("newsletter", r" (?:abbestellen|abmelden)\b"),
        ("vous", r" (?:recevez|avez reçu) ce(?:t|tte)? (?:e-?mail|courriel|message|newsletter|lettre)\b"),
        ("se", r" (?:désabonner|désinscrire)\b"),
        ("has", r" recibido este (?:correo|mensaje)\b"),
        ("darse", r" de baja\b"),
    ),
}  # fmt: skip


def reasons(page: Page, quoted: Sequence[Span] = ()) -> Iterator[tuple[int, str]]:
    """Units that touch a passage of mail that is not its writer's, in order of passages.

    quoted: passages that are known to be quoted, whatever their shape.
    """
    passages = sorted(_passages(page.text, quoted))
    at = 0
    for start, end, name in passages:
        while at < len(page.units) and page.units[at].end <= start:
            at += 1
        index = at
        while index < len(page.units) and page.units[index].start < end:
            yield index, name
            index += 1


def _passages(text: str, quoted: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """(start, end, rule) of each passage."""
    yield from _quoted(text, quoted)
    if (start := _forwarded(text)) is not None:
        yield start, len(text), "forwarded-mail"
    signatures = [found.start() for found in re.finditer(SIGNATURE, text)] if "\n--" in text else []
    if signatures and len(text) - signatures[-1] <= LONGEST_SIGNATURE:
        yield signatures[-1], len(text), "mail-signature"


def _forwarded(text: str) -> int | None:
    """Where forwarded mail begins: at the line that says so, or at header lines below other text."""
    found = re.search(FORWARDED, text) if any(word in text for word in FORWARDS) else None
    places = [found.start()] if found else []
    if any(word in text for word in ADDRESSED):
        headers = re.finditer(HEADERS, text)
        places += [found.start() for found in headers if text[: found.start()].strip()][:1]
    return min(places, default=None)


def _quoted(text: str, known: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """What is known to be quoted, and the line right above it that says whose it is. Else by shape:
    lines that ">" marks, announced or several together; without any, all below an announcement.
    """
    yield from ((span.start, span.end, "quoted-mail") for span in known)
    found = list(re.finditer(ATTRIBUTION, text)) if any(word in text for word in WROTE) else []
    starts = {span.start for span in known}
    above = [each for each in found if _after_blanks(text, each.end()) in starts]
    yield from ((*each.span(), "quoted-mail") for each in above)
    told = {each.start() for each in above}
    announced = [each for each in found if re.search(rf"{POSTED}|\d{{4}}", each[0])]
    runs = _runs(text)
    first = announced[0].end() if announced else len(text)
    for start, end, lines in runs:
        if lines >= QUOTED_LINES or start >= first:
            yield start, end, "quoted-mail"
    for each in announced:
        if each.start() in told:
            continue
        if any(start >= each.end() for start, _, _ in runs):
            yield each.start(), each.end(), "quoted-mail"
        elif re.search(POSTED, each[0]):  # nothing marks the lines below: the page form of an answer
            yield each.start(), len(text), "quoted-mail"
            return


def _after_blanks(text: str, at: int) -> int:
    """The position of the next character that is seen; the text's length if there is none."""
    found = re.compile(r"\S").search(text, at)
    return found.start() if found else len(text)


def _runs(text: str) -> list[tuple[int, int, int]]:
    """(start, end, lines) of each run of lines that begin with ">"."""
    runs: list[tuple[int, int, int]] = []
    for line in re.finditer(QUOTED, text) if ">" in text else ():
        if runs and text[runs[-1][1] : line.start()].strip(" \t\r") == "\n":
            runs[-1] = (runs[-1][0], line.end(), runs[-1][2] + 1)
        else:
            runs.append((*line.span(), 1))
    return runs
