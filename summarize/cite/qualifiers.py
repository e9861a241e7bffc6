"""What a clause may hang on, or be limited by: plain data, per kind and language.

Phrases of one word or several, divided by commas. Left out is what means too much: Italian and Portuguese
"se" and Dutch "als" for "if", Swedish "om".
"""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal[
    "denied", "doubted", "possible", "tried", "escaped", "alleged", "believed", "meant", "wished", "owed",
    "coming",     "conditional", "excepted", "only", "few", "some", "ranked", "office",
]  # fmt: skip

QUALIFIERS: Final[dict[Kind, dict[str, str]]] = {
    "denied": {
        "en": "denied, denies, deny, denying, rejected, rejects, dismissed, dismisses, disputed, disputes, "
        "refuted, refutes, ruled out, rules out, ruling out, gave up, given up, gives up, giving up, "
        "lifted, lifts, lift, lifting, no evidence, contrary to, not true, no truth, could not say, "
        "could not confirm, did not say, false that, wrong that, falsely, wrongly, untrue that, "
        "a lie that, a myth that, a hoax that, nothing to support, prevented, prevents, averted, foiled, "
        "thwarted",
        "de": "dementierte, dementierten, dementiert, bestritt, bestritten, bestreitet, bestreiten, "
        "verneinte, widersprach, widersprachen, leugnete, leugnet, verhinderte, verhinderten",
        "fr": "démenti, dément, démentent, démentait, nié, nie, nient, réfuté, réfute, contesté, conteste, "
        "faux que, faussement, à tort",
        "es": "negó, negaron, niega, niegan, negado, desmintió, desmintieron, desmiente, desmentido, "
        "descartó, descartaron, descarta, falso que, falsamente",
        "it": "negato, nega, negano, negava, smentito, smentisce, smentiscono, escluso, falso che",
        "pt": "negou, negaram, nega, negam, desmentiu, desmentiram, desmente, descartou, descartaram, "
        "falso que",
        "nl": "ontkende, ontkenden, ontkent, ontkend, betwistte, betwist, weersprak, weerspreekt, "
        "ten onrechte",
        "sv": "förnekade, förnekar, förnekat, dementerade, dementerar, dementerat, bestred, bestrider",
        "ru": "опроверг, опровергла, опровергло, опровергли, опровергает, отрицает, отрицал, отрицала, "
        "отрицали",
        "cs": "popřel, popřela, popřeli, popírá, popírají, vyvrátil, vyvrátila, dementoval, dementovala",
        "el": "διέψευσε, διέψευσαν, διαψεύδει, αρνήθηκε, αρνήθηκαν, αρνείται",
        "ar": "نفى, نفت, ينفي, تنفي, أنكر, أنكرت, كذب, كذبت",
        "he": "הכחיש, הכחישה, הכחישו, מכחיש, מכחישה, שלל, שללה",
    },
    "doubted": {
        "en": "whether, doubt, doubts, doubted, doubtful, unclear if, unknown if, unless, if, would have",
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
        "en": "tried to, tries to, try to, trying to, attempted to, attempts to, attempting to, "
        "attempt to, sought to, seeks to, attempted, about to",
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
    "escaped": {
        "en": "almost, nearly, came close to, close to, all but, within minutes of, within hours of",
        "fr": "failli",
    },
    # Said of somebody by who need not know.
    "alleged": {
        "en": "allegedly, alleged to, alleges, alleged that, reportedly, supposedly, purportedly, "
        "apparently, accused of, accuses, accuse, accusing, accused, suspected of, suspects, charged with, "
        "allegations that, allegation that, rumour that, rumor that, rumours that, rumors that, "
        "rumour had it, rumoured, rumored, speculation that, suspicion that, suspicions that, theory that, "
        "story that, word spread that, said to have",
        "de": "angeblich, angebliche, mutmaßlich, mutmaßlicher, mutmaßliche, offenbar, anscheinend, soll, "
        "sollen, vorgeworfen, verdächtigt, gerücht, gerüchte",
        "fr": "aurait, auraient, serait, seraient, prétendument, apparemment, accusé de, accusée de, "
        "accusés de, soupçonné de, soupçonnée de, rumeur, rumeurs",
        "es": "presuntamente, supuestamente, habría, habrían, aparentemente, acusado de, acusada de, "
        "acusados de, sospechoso de, rumor, rumores",
        "it": "presumibilmente, avrebbe, avrebbero, sarebbe, sarebbero, apparentemente, accusato di, "
        "accusata di, accusati di, sospettato di",
        "pt": "supostamente, alegadamente, teria, teriam, aparentemente, acusado de, acusada de, "
        "acusados de, suspeito de",
        "nl": "naar verluidt, vermoedelijk, vermeende, blijkbaar, beschuldigd van, verdacht van",
        "sv": "påstås, ska ha, uppges, misstänks, enligt uppgift, anklagas",
        "ru": "якобы, предположительно, обвиняют, обвиняется, подозревают, подозревается",
        "cs": "údajně, prý, zřejmě, obviněn z, obviněna z",
        "el": "φέρεται, φέρονται, φερόμενος, δήθεν, κατηγορείται, κατηγορούνται",
        "ar": "يزعم, تزعم, زعم, زعمت, يُزعم",
        "he": "לכאורה, כביכול, נטען, חשוד, חשודה",
        "hi": "कथित, कथित तौर",
    },
    "believed": {
        "en": "believe, believes, believed, believing, think, thinks, thought, suspect, suspected, "
        "convinced, insist, insists, insisted, maintain, maintains, maintained, pretend, pretends, "
        "pretended, fear, fears, feared, hope, hopes, hoped, imagined, invented",
        "de": "glaubt, glauben, glaubte, glaubten, vermutet, vermuten, vermutete, befürchtet, befürchten, "
        "hofft, hoffen",
        "fr": "croit, croient, pense, pensent, craint, craignent, soupçonne, soupçonnent, espère, espèrent",
        "es": "cree, creen, creía, piensa, piensan, teme, temen, sospecha, sospechan, espera, esperan",
        "it": "crede, credono, pensa, pensano, teme, temono, sospetta, sospettano, spera, sperano",
        "pt": "acredita, acreditam, acha, acham, pensa, pensam, teme, temem, suspeita, suspeitam, espera",
        "nl": "gelooft, geloven, denkt, denken, vermoedt, vermoeden, vreest, vrezen, hoopt, hopen",
        "sv": "tror, trodde, misstänker, fruktar, hoppas",
        "ru": "считает, считают, полагает, полагают, подозревает, опасается, опасаются, надеется",
        "cs": "věří, myslí, domnívá, domnívají, obává, obávají, doufá, doufají",
        "el": "πιστεύει, πιστεύουν, νομίζει, φοβάται, φοβούνται, ελπίζει",
    },
    # What is to be done and may be.
    "meant": {
        "en": "plan to, meant to, ready to, plans to, planned to, planning to, planning, intend to, "
        "intends to, intended to, prepares to, preparing to",
        "de": "will, wollen, wollte, wollten, plant, planen, plante, planten, beabsichtigt, beabsichtigen",
        "fr": "prévoit de, prévoient de, prévu de, envisage de, envisagent de, compte, entend, projette de",
        "es": "planea, planean, prevé, prevén, pretende, pretenden",
        "it": "intende, intendono, progetta di, prevede di, prevedono di, ha intenzione",
        "pt": "planeja, planejam, planeia, pretende, pretendem, tenciona",
        "nl": "wil, willen, wilde, wilden, plant, plannen, van plan",
        "sv": "vill, planerar, avser",
        "ru": "планирует, планируют, намерен, намерена, намерены, собирается, собираются",
        "cs": "plánuje, plánují, zamýšlí, hodlá, hodlají, chystá, chystají",
        "el": "σχεδιάζει, σχεδιάζουν, σκοπεύει, σκοπεύουν",
    },
    # What ought to be, and may not be.
    "owed": {
        "en": "should, ought, must, needs to, need to",
        "de": "sollte, sollten, muss, müssen, müsste, müssten",
        "fr": "doit, doivent, devrait, devraient",
        "es": "debe, deben, debería, deberían",
        "it": "deve, devono, dovrebbe, dovrebbero",
        "pt": "deve, devem, deveria, deveriam",
        "nl": "moet, moeten",
        "sv": "måste, borde",
        "ru": "должен, должна, должно, должны",
        "cs": "musí, měl by, měla by, mělo by, měli by, měly by",
    },
    # What is to come says no less than a plan, and no more.
    "coming": {
        "en": "will, would, to be, set to, due to, expected to, scheduled to",
        "de": "wird, werden, würde, würden, soll, sollen",
        "fr": "va, vont",
        "es": "va a, van a",
        "pt": "vai, vão",
        "nl": "zal, zullen, gaat, gaan",
        "sv": "ska, kommer att",
        "ru": "будет, будут",
        "cs": "bude, budou",
        "el": "θα",
    },
    "wished": {
        "en": "want to, wants to, wanted to, threaten to, threatens to, threatened to, threatening to, "
        "vowed to, offered to, offers to, calls on, called on, calling on, urged, urges, urging, asked, "
        "asks, demanded, demands, demanding, proposed to, proposes to, failed to, fails to",
        "de": "droht, drohen, drohte, drohten, fordert, fordern, forderte, forderten, verlangt, verlangte, "
        "erwägt, erwägen",
        "fr": "veut, veulent, voulait, menace de, menacent de, menacé de, demande, demandent, demandé, "
        "réclame, réclament, exige, exigent, souhaite, souhaitent",
        "es": "quiere, quieren, quería, amenaza con, amenazan con, amenazó con, amenazaron con, pide, "
        "piden, pidió, pidieron, exige, exigen, exigió",
        "it": "vuole, vogliono, voleva, minaccia di, minacciano di, minacciato di, chiede, chiedono, "
        "chiesto",
        "pt": "quer, querem, queria, ameaça, ameaçam, ameaçou, pede, pedem, pediu, exige, exigem, exigiu",
        "nl": "dreigt, dreigen, dreigde, dreigden, eist, eisen, eiste, vraagt, vroeg, overweegt",
        "sv": "hotar, hotade, kräver, krävde, överväger",
        "ru": "хочет, хотят, грозит, угрожает, угрожают, требует, требуют, просит, призвал",
        "cs": "chce, chtějí, chtěl, hrozí, žádá, žádají, požaduje, požadují, zvažuje, zvažují",
        "el": "θέλει, θέλουν, απειλεί, απειλούν, ζητά, ζητούν",
    },
    "conditional": {
        "en": "if, unless, provided that, provided, providing, as long as, so long as, on condition, "
        "on the condition, in the event of, subject to, in case, assuming, should",
        "de": "wenn, falls, sofern, es sei denn, solange, vorausgesetzt, unter der bedingung",
        "fr": "si, s'il, s'ils, à moins, à condition, pourvu, en cas",
        "es": "si, a menos que, siempre que, a condición, en caso de",
        "it": "a meno che, a meno di, purché, a condizione, in caso di",
        "pt": "a menos que, a não ser que, em caso de, com a condição",
        "nl": "tenzij, mits, indien, zolang, op voorwaarde",
        "sv": "såvida, förutsatt, under förutsättning",
        "ru": "если, при условии",
        "cs": "pokud, jestliže, ledaže, jestli, pod podmínkou",
        "el": "αν, εάν, εφόσον",
        "ar": "إذا, لو",
        "he": "אם, אלא אם",
        "hi": "अगर, यदि",
    },
    "excepted": {
        "en": "except, excepting, apart from, with the exception of, excluding, aside from, save for, "
        "but only, until",
        "de": "außer, ausgenommen, abgesehen von, mit ausnahme",
        "fr": "sauf, excepté, hormis, à l'exception",
        "es": "salvo, excepto, con excepción, a excepción",
        "it": "tranne, salvo, eccetto, ad eccezione, a eccezione",
        "pt": "exceto, salvo, com exceção, à exceção",
        "nl": "behalve, uitgezonderd, met uitzondering",
        "sv": "utom, med undantag",
        "ru": "кроме, за исключением",
        "cs": "kromě, vyjma, s výjimkou",
        "el": "εκτός, με εξαίρεση",
        "ar": "باستثناء, إلا",
        "he": "למעט, פרט",
    },
    "only": {
        "en": "only, solely, exclusively",
        "de": "nur, lediglich, ausschließlich",
        "fr": "seul, seuls, seule, seules, seulement, uniquement",
        "es": "solo, sólo, solamente, únicamente",
        "it": "solo, soltanto, solamente",
        "pt": "só, somente, apenas",
        "nl": "alleen, slechts, enkel",
        "sv": "bara, endast",
        "ru": "только, лишь",
        "cs": "jen, pouze, jenom",
        "el": "μόνο, μόνον",
        "ar": "فقط",
        "he": "רק",
    },
    "few": {
        "en": "few, hardly any, a minority of, a handful of, part of, half of, half the",
        "de": "wenige, kaum, ein teil, die hälfte, eine minderheit",
        "fr": "peu de, une partie, la moitié, une minorité",
        "es": "pocos, pocas, parte de, la mitad, una minoría",
        "it": "pochi, poche, parte dei, parte della, parte del, la metà, una minoranza",
        "pt": "poucos, poucas, parte dos, parte da, parte do, metade, uma minoria",
        "nl": "weinig, een deel, de helft, een minderheid",
        "sv": "få, en del, hälften, en minoritet",
        "ru": "немногие, часть, половина",
        "cs": "málo, část, polovina, menšina",
    },
    "some": {
        "en": "some, several, many, one of",
        "de": "einige, manche, mehrere, viele",
        "fr": "certains, certaines, quelques, plusieurs",
        "es": "algunos, algunas, varios, varias, muchos, muchas",
        "it": "alcuni, alcune, molti, molte, diversi, diverse",
        "pt": "alguns, algumas, vários, várias, muitos, muitas",
        "nl": "sommige, enkele, veel, meerdere",
        "sv": "några, flera, många",
        "ru": "некоторые, несколько, многие",
        "cs": "někteří, některé, několik, mnoho",
    },
    "ranked": {"en": "second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth"},
    "office": {"en": "former, ex, deputy, vice"},
}  # fmt: skip

# What says of all of them what the other says of some.
UNIVERSAL: Final = {
    "en": "all every everyone everybody each both whole entire most always",
    "de": "alle allen aller alles jeder jede jedes ganze ganzen meisten",
    "fr": "tous toutes tout toute chaque plupart",
    "es": "todos todas todo toda cada mayoría",
    "it": "tutti tutte tutto tutta ogni maggior",
    "pt": "todos todas todo toda cada maioria",
    "nl": "alle iedereen elke elk meeste",
    "sv": "alla allt varje flesta",
    "ru": "все всех каждый каждая большинство",
    "cs": "všichni všechny všech každý každá většina",
}
