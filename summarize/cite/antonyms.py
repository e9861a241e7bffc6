"""Words of opposite meaning, per language: pairs of lists, and prefixes that turn a word into its contrary.

The English pairs grew with the pairs of sentences that were read (docs/decisions/0006); the other lists
are the forms in which a newspaper prints that something rises or falls, opens or closes, is approved or
rejected. Left out is what means too much: German "vor" and "nach", French "plus", Spanish "menos" ("al
menos").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from summarize.cite.words import in_language

# What is done, or becomes of something: the two sides of each pair.
_DEEDS = {
    "en": "rose rise rises rising risen climbed gained grew grow grows increased increase increases / fell "
    "fall falls falling fallen dropped declined shrank decreased decrease decreases; "
    "held survived withstood / collapsed burst broke crumbled; "
    "won wins win winning / lost loses lose losing; "
    "acquitted cleared exonerated innocent / convicted guilty; "
    "acquitted cleared exonerated / charged accused; "
    "destroyed / damaged spared; "
    "signed approved accepted passed / vetoed rejected refused blocked scrapped; "
    "unhurt unharmed uninjured unscathed / hurt harmed injured wounded killed; "
    "opened reopened reopens / closed shut closes; "
    "began started begins starts begin / ended stopped halted ends stops end; "
    "extend extends extended prolong prolonged / end ends ended stop stopped; "
    "supported supports backed backs endorsed / opposed opposes condemned; "
    "praised hailed / criticised criticized condemned slammed denounced; "
    "hired appointed / fired dismissed sacked laid; "
    "raised raises / cut lowered cuts lowers; "
    "upheld uphold / overturned quashed overturn; "
    "allowed permitted permits / banned barred prohibited outlawed forbade; "
    "imposed imposes / lifted lifts; "
    "agreed agrees / refused refuses; "
    "improved improves / worsened worsens deteriorated; "
    "strengthened strengthens strengthen / weakened weakens weaken; "
    "resumed resumes resume / suspended suspends suspend halted halts; "
    "killed died / injured wounded hurt; "
    "create creates created / cut cuts; "
    "confirmed confirms / denied denies; "
    "alive rescued / dead died; "
    "joined joins / quit left quits leaves; "
    "stay stays stayed remain remains remained / resign resigns resigned",
    "de": "stieg stiegen gestiegen steigt steigen wuchs gewachsen erhöht erhöhte zugenommen / fiel fielen "
    "gefallen fällt sank sanken gesunken sinkt sinken gesenkt senkte abgenommen; "
    "gewonnen gewann gewinnt / verloren verlor verliert; "
    "getötet starben gestorben / verletzt; "
    "genehmigt angenommen gebilligt zugestimmt genehmigte billigte beschloss beschlossen / abgelehnt "
    "verworfen zurückgewiesen verwarf; "
    "geöffnet eröffnet öffnet eröffnete öffnete / geschlossen schließt; "
    "begann begonnen beginnt / endete beendet endet; "
    "freigesprochen / verurteilt; "
    "bestätigt bestätigte bestätigten bestätigen / dementiert dementierte dementierten dementieren "
    "bestritt bestritten bestreitet",
    "fr": "augmenté augmente augmentent augmentation grimpé progressé hausse / baissé baisse baissent "
    "diminué diminution chuté reculé chute recul; "
    "gagné remporté gagne remporte / perdu perd; "
    "tué tués tuée tuées morts mortes / blessé blessés blessée blessées; "
    "approuvé adopté accepté approuvée adoptée adoptés approuve adopte accepte voté / rejeté refusé "
    "rejetée refusée rejette refuse; "
    "ouvert ouvre rouvert ouverte / fermé ferme fermée; "
    "commencé commence débuté / terminé cessé terminée achevé; "
    "acquitté acquittée / condamné condamnée; "
    "confirmé confirme confirment confirmée / démenti dément démentent démentie nié nie",
    "es": "subió subieron sube suben subido aumentó aumentaron aumenta aumentado creció crecieron / bajó "
    "bajaron baja bajan bajado cayó cayeron cae caen caído disminuyó disminuyeron descendió; "
    "ganó ganaron gana ganado / perdió perdieron pierde perdido; "
    "muertos muertas murieron / heridos heridas; "
    "aprobó aprobaron aprueba aprobado aprobada aceptó acepta aceptaron / rechazó rechazaron rechaza "
    "rechazado rechazada rechazan; "
    "abrió abrieron abre abierto abierta reabrió / cerró cerraron cierra cerrado cerrada; "
    "comenzó empezó comienza empieza inició / terminó acabó termina finalizó concluyó; "
    "absolvió absolvieron absuelto absuelta / condenó condenaron condenado condenada; "
    "confirmó confirmaron confirma confirman confirmado / desmintió desmintieron desmiente desmienten "
    "desmentido negó negaron niega niegan",
    "it": "aumentato aumentata aumentati aumentano aumenta salito salita saliti cresciuto cresciuta / "
    "diminuito diminuita diminuiti diminuisce calato calata calati sceso scesa scesi crollato; "
    "vinto vince / perso perde; "
    "approvato approvata accettato accolto / respinto respinta bocciato bocciata rifiutato; "
    "aperto aperta apre riaperto / chiuso chiusa chiude; "
    "iniziato cominciato inizia iniziata / finito terminato concluso finita terminata; "
    "assolto assolta / condannato condannata",
    "pt": "subiu subiram sobe sobem subido aumentou aumentaram aumenta cresceu cresceram / caiu caíram cai "
    "caem caído baixou baixaram diminuiu diminuíram recuou; "
    "ganhou venceu ganharam venceram / perdeu perderam; "
    "aprovou aprovaram aprovado aprovada aceitou / rejeitou rejeitaram rejeitado rejeitada recusou; "
    "abriu abriram abre aberto aberta reabriu / fechou fecharam fecha fechado fechada; "
    "começou iniciou começa / terminou acabou termina encerrou; "
    "absolveu absolvido absolvida / condenou condenado condenada",
    "nl": "gestegen steeg stegen stijgt stijgen toegenomen gegroeid / gedaald daalde daalden daalt dalen "
    "gezakt afgenomen gekrompen; "
    "gewonnen won wint / verloren verloor verliest; "
    "goedgekeurd aangenomen / afgewezen verworpen afgekeurd; "
    "geopend heropend opent / gesloten sluit; "
    "begon begonnen begint / eindigde beëindigd geëindigd eindigt; "
    "vrijgesproken / veroordeeld",
    "sv": "steg stiger stigit ökade ökar ökat / sjönk sjunker sjunkit minskade minskar minskat; "
    "vann vinner vunnit / förlorade förlorar förlorat; "
    "godkänt godkände godkänts godkändes antog / avslog avslagit avvisade avvisat förkastade; "
    "öppnade öppnat öppnas öppnar / stängde stängt stängs stänger; "
    "började börjar börjat inleddes / slutade slutar slutat avslutades; "
    "friades frikändes / dömdes",
    "ru": "вырос выросла выросли выросло растет растёт растут повысились увеличились поднялись / снизился "
    "снизилась снизились снизилось упал упала упали падает сократились; "
    "выиграл выиграла выиграли победил победила / проиграл проиграла проиграли; "
    "одобрил одобрила одобрили принял принята / отклонил отклонила отклонили отверг отвергла "
    "отвергли; "
    "открыл открыли открыт открыта открылся / закрыл закрыли закрыт закрыта закрылся; "
    "начался началась начались начал / закончился закончилась завершился завершилась завершили; "
    "оправдан оправдали оправдал / осужден осуждён осудили осудил",
    "cs": "stoupl stoupla stouply stouplo stoupají stoupá vzrostl vzrostla vzrostly rostou zvýšily / klesl "
    "klesla klesly kleslo klesají klesá snížil snížila snížily poklesl poklesla poklesly; "
    "vyhrál vyhrála vyhráli zvítězil / prohrál prohrála prohráli; "
    "schválil schválila schválilo schválili přijal přijala / zamítl zamítla zamítlo zamítli odmítl; "
    "otevřel otevřela otevřeli otevřen otevřena / zavřel zavřela zavřeli uzavřel uzavřen uzavřena; "
    "začal začala začalo začaly / skončil skončila skončilo skončily; "
    "osvobozen zprostil / odsouzen odsoudil",
    "el": "αυξήθηκε αυξήθηκαν αυξάνεται αυξάνονται ανέβηκε ανέβηκαν άνοδος αύξηση / μειώθηκε μειώθηκαν "
    "μειώνεται μειώνονται έπεσε έπεσαν υποχώρησε πτώση μείωση; "
    "κέρδισε κέρδισαν νίκησε / έχασε έχασαν; "
    "ενέκρινε ενέκριναν εγκρίθηκε δέχτηκε / απέρριψε απέρριψαν απορρίφθηκε; "
    "άνοιξε άνοιξαν ανοίγει / έκλεισε έκλεισαν κλείνει; "
    "άρχισε άρχισαν ξεκίνησε ξεκίνησαν / τελείωσε τελείωσαν έληξε ολοκληρώθηκε; "
    "αθωώθηκε αθωώθηκαν / καταδικάστηκε καταδικάστηκαν",
    "ar": "ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت / انخفض انخفضت ينخفض تنخفض انخفاض تراجع تراجعت; "
    "فاز فازت / خسر خسرت; "
    "وافق وافقت أقر أقرت / رفض رفضت يرفض ترفض; "
    "افتتح افتتحت فتح فتحت / أغلق أغلقت إغلاق; "
    "بدأ بدأت يبدأ تبدأ / انتهى انتهت ينتهي تنتهي",
    "he": "עלה עלתה עלו עולה עולים זינק זינקו / ירד ירדה ירדו יורד יורדים צנח צנחו; "
    "ניצח ניצחה זכה זכתה / הפסיד הפסידה; "
    "אישר אישרה אישרו / דחה דחתה דחו; "
    "פתח פתחה נפתח נפתחה / סגר סגרה נסגר נסגרה; "
    "התחיל התחילה החל החלה / הסתיים הסתיימה נגמר נגמרה; "
    "זוכה זוכתה / הורשע הורשעה",
    "hi": "बढ़े बढ़ी बढ़ा बढ़ोतरी वृद्धि चढ़ा चढ़े / घटे घटी घटा गिरे गिरा गिरी गिरावट; "
    "जीत जीता जीती जीते / हार हारा हारी हारे; "
    "मंजूर मंजूरी स्वीकार / खारिज नामंजूर अस्वीकार; "
    "खुला खुली खुले खोला / बंद; "
    "शुरू आरंभ / खत्म समाप्त; "
    "बरी / दोषी",
}  # fmt: skip
# Where, when, who and how much.
_STATES = {
    "en": "legal lawful / illegal unlawful; "
    "first / second third last; "
    "safe / unsafe dangerous; "
    "north northern / south southern; closed shut / open; "
    "east eastern / west western; "
    "before / after; "
    "above / below; "
    "inside / outside; "
    "higher highest / lower lowest; "
    "best / worst; "
    "largest biggest / smallest; "
    "oldest / youngest; "
    "majority / minority; "
    "unanimous unanimously / majority split divided; "
    "more / less fewer; "
    "man men / woman women; "
    "boy boys / girl girls; "
    "husband / wife; "
    "brother brothers / sister sisters; "
    "son sons / daughter daughters; "
    "father / mother; "
    "male / female",
    "de": "mehr / weniger; "
    "mann männer / frau frauen",
    "fr": "avant / après; "
    "homme hommes / femme femmes",
    "es": "antes / después; "
    "hombre hombres / mujer mujeres",
    "it": "più / meno; "
    "uomo uomini / donna donne",
    "pt": "antes / depois após; "
    "homem homens / mulher mulheres",
    "nl": "meer / minder; "
    "man mannen / vrouw vrouwen",
    "sv": "mer fler / mindre färre; "
    "före innan / efter; "
    "man mannen män / kvinna kvinnan kvinnor",
    "ru": "больше / меньше; "
    "мужчина мужчины мужчину / женщина женщины женщину",
    "cs": "více víc / méně míň; "
    "muž muže muži / žena ženu ženy",
    "el": "περισσότερο περισσότερα περισσότεροι / λιγότερο λιγότερα λιγότεροι; "
    "πριν / μετά; "
    "άνδρας άνδρες άντρας άντρες / γυναίκα γυναίκες",
    "ar": "أكثر / أقل; "
    "قبل / بعد; "
    "رجل رجال / امرأة نساء",
    "he": "יותר / פחות; "
    "לפני / אחרי לאחר; "
    "גבר גברים / אישה נשים",
    "hi": "पुरुष आदमी / महिला महिलाएं औरत",
}  # fmt: skip
# What turns a word of at least so many letters into its contrary, standing before it.
_CONTRARY = {
    "en": "un dis ir il",
    "de": "un",
    "fr": "in im ir dés",
    "es": "in im ir des",
    "it": "in im ir dis",
    "pt": "in im ir des",
    "nl": "on",
    "sv": "o",
    "ru": "не",
    "cs": "ne",
}
_LONG = 4

Side = tuple[int, int]
"""A pair and which of its two sides, 0 or 1."""


def sides(words: Iterable[str], language: str | None, *, deeds: bool = False) -> frozenset[Side]:
    """On which side of which pair some words in lower case stand. deeds: of what is done alone."""
    known = _known(language or "en", deeds)
    return frozenset(side for word in words if word in known for side in known[word])


def opposed(x: frozenset[Side], y: frozenset[Side]) -> bool:
    """Whether one says only the one side of a pair, the other only the other."""
    return any(
        (pair, 1 - side) in y and (pair, side) not in y and (pair, 1 - side) not in x for pair, side in x
    )


def contrary(x: frozenset[str], y: frozenset[str], language: str | None) -> bool:
    """Whether one of two sets of words has the contrary of a word of the other: "likely", "unlikely"."""
    prefixes, only_x, only_y = in_language(_CONTRARY, language), x - y, y - x
    return _turned(only_x, only_y, prefixes) or _turned(only_y, only_x, prefixes)


def _turned(words: frozenset[str], others: frozenset[str], prefixes: frozenset[str]) -> bool:
    return any(
        word[len(prefix) :] in others
        for word in words
        for prefix in prefixes
        if word.startswith(prefix) and len(word) >= len(prefix) + _LONG
    )


@cache
def _known(language: str, deeds: bool) -> Mapping[str, tuple[Side, ...]]:
    found: dict[str, tuple[Side, ...]] = defaultdict(tuple)
    pairs = [_DEEDS.get(language, "")] + [_STATES.get(language, "")] * (not deeds)
    for pair, both in enumerate("; ".join(filter(None, pairs)).split("; ")):
        for side, words in enumerate(both.split(" / ")):
            for word in words.split():
                found[word] += ((pair, side),)
    return dict(found)
