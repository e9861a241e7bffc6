"""Adverts among a feed's items: "Up to 50 percent off garden furniture" is no report of a rate rise.

Told by what they ask of the reader, and only of short items: a full article may quote an offer.
"""

from __future__ import annotations

import re

from summarize.model import Document
from summarize.text.terms import primary

_SHORT = 400  # characters
_PERCENT = r"\d+(?:[.,]\d+)? ?(?:%|per ?cent|prozent|pour cent|por ciento)"
# How a text labels itself, how a headline opens, and what is asked of the reader, one of each for a language.
_LABEL = {"en": "advertisement|advertorial|sponsored", "de": "anzeige", "fr": "publicité", "es": "publicidad"}
_OFFER = {
    "en": rf"(?:save |get |take )?(?:up to )?{_PERCENT} (?:off|cashback|discount)"
    rf"|(?:save|earn) (?:up to )?(?:[€$£]\d|{_PERCENT})",
    "de": rf"(?:bis zu )?{_PERCENT} (?:rabatt|nachlass)|(?:jetzt|bis zu) {_PERCENT} sparen",
    "fr": rf"(?:jusqu'à )?[-–]? ?{_PERCENT} de (?:remise|réduction)",
    "es": rf"(?:hasta (?:un )?)?{_PERCENT} de descuento",
}
_CALL = {
    "en": r"(?:shop|book|order|apply|buy|call|sign up|subscribe) (?:now|today|online)"
    r"|use (?:the )?code|open an account|terms apply",
    "de": r"jetzt (?:kaufen|bestellen|buchen|sparen|sichern)"
    r"|(?:bestellen|buchen|kaufen) sie (?:jetzt|noch heute)",
    "fr": r"(?:commandez|achetez|réservez|profitez-en) (?:maintenant|vite|dès)|avec le code",
    "es": r"(?:compre|compra|reserve|reserva|pida|pide) (?:ya|ahora|hoy)|con el código",
}


def is_advert(document: Document) -> bool:
    """Whether a short item offers its reader something for sale.

    >>> is_advert(Document.from_text("Shop now: tyres until Sunday.", uri="a", title="20% off tyres"))
    True
    """
    code = primary(document.language)
    code = code if code in _CALL else "en"
    if len(document.text) >= _SHORT:
        return False
    return bool(
        re.match(rf"\W*(?:{_LABEL[code]})\s*[.:|–—]", document.text, re.IGNORECASE)
        or re.match(rf"\W*(?:{_OFFER[code]})", document.title or "", re.IGNORECASE)
        # A sentence opens with it: a report that quotes it has other words before.
        or re.search(rf"(?:\A|[.!?:]\s+)(?:{_CALL[code]})\b", document.text, re.IGNORECASE)
    )
