"""The words in which outlets take back what they wrote, as data: by what they say, all languages in one.

English first, then German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Russian and Arabic;
heads in a few more. They ignore case, and every repetition in them is bounded.
"""

from __future__ import annotations

PIECE = r"(?:article|story|report|post|piece|item|page|headline|dispatch|caption)"
_SAY = (
    r"(?:said|reported|stated|wrote|gave|given|named|published|printed|described|suggested|claimed|called"
    r"|identified|quoted)"
)
_BY_MISTAKE = r"(?:wrongly|mistakenly|incorrectly|erroneously)"
_PAPER = r"this (?:news)?paper"
_DAY = r"(?:yester|to|mon|tues|wednes|thurs|fri|satur|sun)day"

# What stands over a notice, or opens it.
HEADS = (
    r"corrections?(?: and clarifications?)?|corrected|clarifications?|errat(?:um|a)|retraction|retracted",
    r"for the record",
    r"korrektur(?:en)?|berichtigung|richtigstellung|rectificatif|rectification",
    r"corrección|correcciones|fe de erratas|fe de errores|rectificación|errata corrige|rettifica",
    r"correção|erramos|retificação|rectificatie|correctie|sprostowanie|oprava|rättelse|rettelse|oikaisu",
    r"helyesbítés|düzeltme|поправка|опровержение|спростування|виправлення|تصحيح|تصويب|更正|訂正|お詫びと訂正|정정",
)

# A sentence with one of these takes something back, whatever stands around it.
NOTICES = (
    r"\b(?:earlier|previous|first|original) versions? of (?:this|our|the|an?)"
    rf"(?: (?:\w+ ){{0,2}}\w+['’]s)? {PIECE}",
    rf"\bthis {PIECE}\b.{{0,40}}\b(?:amended|corrected|(?:updated|edited|changed) to correct)\b",
    rf"\b(?:in|our) (?:an?|our|this|the|earlier|previous)?.{{0,20}}{PIECE}\b.{{0,120}}"
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistakenly|erroneously|misstated|misidentified|misspelled)\b",
    rf"\b(?:this|our) {PIECE}\b.{{0,20}} (?:has been|was|is) (?:retracted|withdrawn|removed|taken down)\b",
    rf"\bwe (?:have )?(?:retract|withdr[ae]w)\w*\b.{{0,20}} (?:this|our|an?|the) {PIECE}\b",
    rf"\bcontrary to (?:what (?:we|{_PAPER})|our)\b",
    rf"\bnot\b.{{0,60}}\bas (?:we )?(?:first|originally|previously|earlier|{_BY_MISTAKE}) {_SAY}\b",
    rf"\bas (?:we )?{_BY_MISTAKE} {_SAY}\b|\band not\b.{{0,60}}\bas {_SAY} (?:here|by us|on|in (?:our|an))\b",
    r"\bin einer (?:früheren|ersten|vorherigen|ursprünglichen) (?:version|fassung)\b",
    r"\b(?:dieser|unser) (?:artikel|bericht|beitrag|text)\b.{0,60}\bzurückgezogen\b",
    r"\b(?:anders als|entgegen) (?:von uns|wir|unser\w*|hier|in unser\w*)\b",
    r"\bune (?:première|précédente|ancienne) version d|\bversion (?:précédente|antérieure) de (?:cet|l['’])",
    r"\bune version (?:précédente|antérieure) de cet|\bcontrairement à ce que nous\b",
    r"\bcet article a été (?:retiré|supprimé)\b",
    r"\bversión anterior de est|\beste artículo (?:ha sido|fue) retirado\b",
    r"\b(?:en contra de|contrariamente a|al contrario de) lo que (?:\w+ )?(?:inform|public|escrib)[aio]mos\b",
    r"\bversione precedente di quest|\bquesto articolo è stato (?:ritirato|rimosso)\b",
    r"\b(?:contrariamente|diversamente) a quanto (?:abbiamo |da noi )?(?:riportato|scritto|pubblicato)\b",
    r"\bversão anterior d|\best[ea] (?:artigo|texto|reportagem) foi (?:retirad|removid)",
    r"\b(?:diferentemente|ao contrário) do que (?:\w+ )?(?:public|inform|escrev|notici)[aeio]mos\b",
    r"\beerdere versie van dit\b|\bdit artikel is (?:ingetrokken|verwijderd)\b|\banders dan (?:we|wij)\b",
    r"\bw (?:poprzedniej|pierwotnej|wcześniejszej) wersji (?:tego )?(?:artykułu|tekstu)\b",
    r"\bwbrew temu,? co (?:\w+ )?(?:podaliśmy|napisaliśmy|pisaliśmy)\b",
    r"\bv (?:původní|předchozí|dřívější) verzi (?:tohoto )?(?:článku|textu)\b|\boproti tomu,? co jsme\b",
    r"\bв (?:предыдущей|первоначальной|ранней) версии (?:этого |этой )?(?:статьи|материала|текста|новости)\b",
    r"\bвопреки тому,? что мы\b|نسخة سابقة من (?:هذا|هذه)|خلاف[اً]* لما (?:ذكرنا|نشرنا|كتبنا)",
)

# The outlet speaks of what it wrote; taken back if that is called wrong or regretted, there or soon after.
SAID = (
    rf"\bwe (?:had |have )?(?:\w+ly )?{_SAY}\b|\b{_PAPER} (?:\w+ly )?{_SAY}\b",
    rf"\b{_SAY} (?:here|by us|on this (?:web)?site|in {_PAPER})\b",
    rf"\b(?:our|{_DAY}['’]s) (?:\w+ )?{PIECE}\b",
    r"\bwir\b.{0,120}\b(?:berichtet|geschrieben|gemeldet|angegeben|genannt)\b",
    r"\b(?:berichteten|schrieben|meldeten|nannten) wir\b|\bin unserem (?:bericht|artikel|beitrag)\b",
    r"\bnous (?:avons|avions) (?:\w+ )?(?:écrit|annoncé|indiqué|publié|affirmé|rapporté)\b",
    r"\b(?:publicamos|informamos|escribimos|dijimos|afirmamos)\b",
    r"\babbiamo (?:\w+ )?(?:scritto|riportato|pubblicato|riferito|annunciato)\b",
    r"\b(?:escrevemos|noticiamos|dissemos)\b",
    r"\b(?:schreven|meldden|berichtten) (?:we|wij)\b|\b(?:we|wij)\b.{0,40}\b(?:schreven|meldden)\b",
    r"\b(?:napisaliśmy|podaliśmy|informowaliśmy|poinformowaliśmy|pisaliśmy)\b",
    r"\bjsme\b.{0,30}\b(?:napsali|uvedli|informovali|psali)\b|\b(?:napsali|uvedli|informovali) jsme\b",
    r"\bмы\b.{0,30}\b(?:сообщали|сообщили|написали|писали)\b|\b(?:ذكرنا|كتبنا|نشرنا|أوردنا)\b",
)
NAMED = rf" (?:\w+ly )?{_SAY}\b"  # after the outlet's own name: "the Courier reported"
# What an article under a head tells of, ours or not, before it says what is right.
REPORTED = (
    rf"\b{PIECE}\b.{{0,60}}\b{_SAY}\b|\bin (?:einem|unserem) (?:bericht|artikel|beitrag)\b",
    r"\bdans (?:un|notre) article\b|\bnell['’]articolo\b|\bno texto\b|\bin een (?:bericht|artikel)\b",
)

WRONG = (
    rf"\b(?:wrong|incorrect|inaccurate|untrue|false|mistaken|erroneous)\b|\b{_BY_MISTAKE}\b|\bmiss(?:tated|pel)",
    r"\bmisidentified\b|\b(?:in error|by mistake)\b|\b(?:the|our|this|that|an editing) (?:error|mistake)\b",
    r"\b(?:is|was|were|are) not (?:true|correct|accurate|so|the case)\b",
    r"\b(?:falsch|irrtümlich|fehlerhaft|unrichtig|versehentlich)|\bnicht (?:richtig|korrekt|wahr)\b",
    r"\b(?:stimmt|trifft|stimmte) nicht\b|\bc['’]est faux\b|\berron[ée]|\binexact|\bpar erreur\b",
    r"\bn['’](?:est|était) pas (?:vrai|exact)|\bno (?:es|era) (?:cierto|verdad)\b|\bpor error\b|\berróne",
    r"\bnon (?:è|era) (?:vero|corrett)|\bper errore\b|\berroneamente\b|\bnão é verdade\b|\bpor engano\b",
    r"\b(?:falso|falsa|incorrect[ao]|errad[ao]|errat[ao])\b|\b(?:onjuist|abusievelijk|ten onrechte)\b",
    r"\bniet (?:juist|waar|correct)\b|\bklopt niet\b|\bnieprawd|\bbłędn|\bomyłkowo\b|\bnení (?:to )?pravda\b",
    r"\bmylně\b|\bomylem\b|\bэто не так\b|\bошибочно\b|\bневерн|\bне соответствует\b|غير صحيح|بالخطأ",
)
# What others say of reports, whoever's they were.
REPORTS_WRONG = (
    r"\b(?:reports?|claims?|statements?|figures?|accounts?|rumou?rs?)\b.{0,120}\b(?:was|were|is|are|had been)"
    r" (?:\w+ly )?(?:wrong|false|incorrect|untrue|inaccurate|mistaken|not (?:true|correct))\b",
    r"\b(?:berichte|meldungen|angaben)\b.{0,120}\b(?:falsch|unzutreffend|unrichtig|stimm(?:t|en) nicht)\b",
    r"\b(?:informations|chiffres)\b.{0,120}\b(?:fausses|faux|erroné|inexact)|\b(?:berichten|cijfers)\b.{0,120}"
    r"\b(?:onjuist|niet waar)\b|\b(?:informaciones|noticias|datos)\b.{0,120}\b(?:fals|erróne|incorrect)",
    r"\b(?:notizie|informazioni)\b.{0,120}\b(?:false|errate|sbagliate)\b|\b(?:notícias|informações)\b.{0,120}"
    r"\b(?:falsas|erradas|incorretas)\b|\bdoniesienia\b.{0,120}\b(?:błędne|nieprawd)|\bсообщения\b.{0,120}"
    r"\bне соответств",
)
SORRY = (
    r"\bwe (?:\w+ )?(?:apologi[sz]e|regret)\b|\bwe are (?:\w+ )?(?:sorry|glad to)\b|\bour apologies\b",
    r"(?:\A(?:\w+ ){1,5}|\b)(?:apologi[sz]es? for|regrets?) (?:the|that|this|any|our) (?:error|mistake)",
    r"\A(?:\w+ ){1,4}(?:bedauert (?:den|diesen) (?:fehler|irrtum)|regrette cette erreur|lamenta el error)\b",
    r"\bwir bitten\b.{0,60}\bentschuld|\bwir (?:bedauern|entschuldigen)\b|\bbitten wir\b.{0,40}\bentschuld",
    r"\bprésentons\b.{0,20}\bexcuses\b|\bnous (?:regrettons|nous excusons)\b|\bpedimos (?:desc|disc)ulpa",
    r"\blamentamos\b|\bci scusiamo\b|\bchiediamo scusa\b|\bonze excuses\b|\bexcuses voor\b|\bprzepraszamy\b",
    r"\bomlouváme\b|\bприносим\b.{0,30}\bизвинени|\bизвиняемся\b|نعتذر",
)
# What stands before the right thing in the very sentence that says the wrong one.
INSTEAD = (
    r"[:;؛] \S|, not\b|\band not\b|\binstead of\b|\brather than\b|\bin fact\b|\bsondern\b|\bund nicht\b",
    r"\bet non\b|\bsino\b|\by no\b|\be non\b|\be não\b|\ben niet\b|\ba nie\b|\ba ne\b|\bа не\b|وليس",
)
