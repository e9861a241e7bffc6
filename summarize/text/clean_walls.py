"""What stands in front of an article that is not given away, and what asks for consent, as data.

The form is that of `clean_furniture.OPENINGS`. News of subscribers ends otherwise: most patterns reach to the
end of the unit.
"""

from __future__ import annotations

from summarize.text.clean_furniture import PIECE, Openings

_FOR_WHOM = r"(?:our |paying |registered |premium )?(?:subscribers|members|readers who)\b(?: only)?[.!]?\Z"
_READ = (
    r"(?:(?:continue|keep|finish) (?:reading|watching)|(?:read|unlock|access|view|see) "
    r"(?:the (?:full|rest|whole)|this|more|all|our|unlimited)|continue(?=[.!]?\Z)"
    r"|get (?:unlimited|full) access)\b"
)
_TO_READ = rf"to {_READ}.{{0,80}}\Z"
_ENTER = r"(?:subscribe|log ?in|sign (?:in|up)|register|start|create|become|join|choose)\b"

WALLS: Openings = {
    "wall": (
        (
            "this the",
            rf" (?:{PIECE}|content|page|video|feature) (?:is|was) (?:\w+ly )?(?:available|reserved|open)?"
            rf" ?(?:only|exclusively|just)? ?(?:for|to) {_FOR_WHOM}",
        ),
        ("subscribe register join upgrade", rf"\b.{{0,60}}\b(?:and {_READ}.{{0,80}}\Z|{_TO_READ})"),
        ("subscribe", r" (?:now |today )?(?:for|from) (?:only |just )?[£$€]?\d.{0,60}\Z"),
        ("log sign", rf" (?:in|on|up)\b.{{0,50}}\b{_TO_READ}| in(?: here| now)?[.!]?\Z"),
        ("login", rf"\b.{{0,50}}\b{_TO_READ}|[.!]?\Z"),
        ("become create open start choose", rf" (?:an?|your|our)\b.{{0,50}}\b{_TO_READ}"),
        ("to", rf" {_READ}.{{0,30}}, (?:please )?{_ENTER}"),
        ("already", r" (?:have|got) an? (?:account|subscription)\b"),
        ("you you've", r"(?: have)? (?:read|reached|used|hit)\b.{0,40}\bfree (?:articles?|stories|views)\b"),
        (
            "your",
            r" (?:subscription|membership|support) (?:helps|makes|allows|enables|keeps)\b.{0,60}"
            r"\b(?:journalism|reporting|newsroom|independent)\b.{0,40}\Z",
        ),
        (
            "we",
            r" and (?:our|up to)\b.{0,20}\bpartners\b.{0,60}\b(?:cookies|process personal data"
            r"|(?:store|access)(?: and(?:/or)?| or)? (?:store |access )?information on)\b",
        ),
        (
            "you",
            r" (?:can|may) (?:change|withdraw|revoke|manage|update) your "
            r"(?:choices?|consent|preferences|cookie|privacy|settings)\b",
        ),
        (
            "dieser dieses diese",
            r" (?:artikel|inhalt|text|beitrag)\b.{0,30}\bfür (?:unsere )?(?:abonnent\w+|mitglieder)[.!]?\Z",
        ),
        ("jetzt", r" weiterlesen\b"),
        ("sie", r" (?:haben bereits|sind bereits)\b.{0,20}\b(?:abo|konto|abonnent|registriert)\b"),
        ("hier bitte", r" (?:anmelden|einloggen)[.!]?\Z"),
        ("wir", r" und unsere\b.{0,20}\bpartner\b.{0,80}\b(?:cookies|informationen auf)\b"),
        (
            "cet cette la ce",
            r" (?:article|suite|contenu)\b.{0,20}\bréservée?s? (?:aux|à nos) (?:abonnés|membres)[.!]?\Z",
        ),
        ("nous", r" et nos\b.{0,20}\bpartenaires\b.{0,80}\b(?:cookies|informations sur)\b"),
        (
            "este esta contenido",
            r"(?: artículo| contenido| noticia)?\b.{0,20}\b(?:solo|sólo|exclusiv[oa]|reservad[oa])"
            r" (?:para|a) (?:los |nuestros )?(?:suscriptores|abonados)[.!]?\Z",
        ),
        (
            "questo contenuto",
            r"\b.{0,30}\b(?:riservato|esclusivo|solo) (?:agli|per gli|per) abbonati[.!]?\Z",
        ),
        (
            "este esta conteúdo",
            r"\b.{0,30}\b(?:exclusiv[oa]|só|apenas|restrit[oa]) (?:para|de|a) assinantes[.!]?\Z",
        ),
        ("dit", r" (?:artikel|verhaal)\b.{0,20}\b(?:alleen|exclusief|enkel) voor (?:abonnees|leden)[.!]?\Z"),
        (
            "ten ta dalsza treść artykuł",
            r"\b.{0,40}\b(?:tylko|wyłącznie) dla (?:prenumeratorów|subskrybentów)[.!]?\Z",
        ),
        ("tento článek", r"\b.{0,30}\b(?:jen|pouze) pro předplatitele[.!]?\Z"),
        ("эта этот статья материал", r"\b.{0,30}\bтолько (?:для )?подписчик(?:ам|ов)[.!]?\Z"),
    ),
}
