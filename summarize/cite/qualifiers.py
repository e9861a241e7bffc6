"""What a clause may hang on, or be limited by: plain data, per kind and language.

Left out is what means too much: Italian and Portuguese "se" and Dutch "als" for "if", Swedish "om".
"""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal[
    "denied", "doubted", "possible", "tried", "escaped", "alleged", "believed", "meant", "wished", "owed",
    "coming", "conditional", "excepted", "only", "few", "some", "ranked", "office",
]  # fmt: skip

QUALIFIERS: Final[dict[Kind, dict[str, str]]] = {
    "denied": {
        "en": "denied denies deny denying rejected rejects dismissed dismisses disputed disputes "
        "refuted refutes ruled_out rules_out ruling_out gave_up given_up gives_up giving_up "
        "lifted lifts lift lifting no_evidence contrary_to not_true no_truth could_not_say "
        "could_not_confirm did_not_say false_that wrong_that falsely wrongly untrue_that "
        "a_lie_that a_myth_that a_hoax_that nothing_to_support prevented prevents averted foiled "
        "thwarted",
        "de": "dementierte dementierten dementiert bestritt bestritten bestreitet bestreiten "
        "verneinte widersprach widersprachen leugnete leugnet verhinderte verhinderten",
        "fr": "démenti dément démentent démentait nié nie nient réfuté réfute contesté conteste "
        "faux_que faussement à_tort",
        "es": "negó negaron niega niegan negado desmintió desmintieron desmiente desmentido "
        "descartó descartaron descarta falso_que falsamente",
        "it": "negato nega negano negava smentito smentisce smentiscono escluso falso_che",
        "pt": "negou negaram nega negam desmentiu desmentiram desmente descartou descartaram "
        "falso_que",
        "nl": "ontkende ontkenden ontkent ontkend betwistte betwist weersprak weerspreekt "
        "ten_onrechte",
        "sv": "förnekade förnekar förnekat dementerade dementerar dementerat bestred bestrider",
        "ru": "опроверг опровергла опровергло опровергли опровергает отрицает отрицал отрицала "
        "отрицали",
        "cs": "popřel popřela popřeli popírá popírají vyvrátil vyvrátila dementoval dementovala",
        "el": "διέψευσε διέψευσαν διαψεύδει αρνήθηκε αρνήθηκαν αρνείται",
        "ar": "نفى نفت ينفي تنفي أنكر أنكرت كذب كذبت",
        "he": "הכחיש הכחישה הכחישו מכחיש מכחישה שלל שללה",
    },
    "doubted": {
        "en": "whether doubt doubts doubted doubtful unclear_if unknown_if unless if would_have",
        "de": "ob bezweifelt bezweifelte bezweifeln bezweifelten zweifelt zweifelte falls",
        "fr": "doute_que doutent_que incertain_si ignore_si",
        "es": "duda_que dudan_que duda_de_que dudó dudaron",
        "it": "dubita dubitano dubitava",
        "pt": "duvida duvidam duvidou duvidaram",
        "nl": "betwijfelt betwijfelde betwijfelen betwijfelden",
        "sv": "tvivlar tvivlade huruvida",
        "ru": "сомневается сомневаются сомневался сомневалась",
        "cs": "zda zdali pochybuje pochybují",
    },
    "possible": {
        "en": "might could possibly perhaps likely considering considers potentially may",
        "de": "könnte könnten womöglich vielleicht möglicherweise",
        "fr": "pourrait pourraient éventuellement",
        "es": "podría podrían quizás quizá posiblemente",
        "it": "potrebbe potrebbero forse",
        "pt": "poderia poderiam talvez possivelmente",
        "nl": "zou zouden mogelijk misschien",
        "sv": "kanske möjligen",
        "ru": "может могут возможно",
        "cs": "možná mohl mohla mohlo mohly mohli může mohou",
        "el": "μπορεί μπορούσε ίσως",
        "ar": "ربما",  # and not قد, which before a past verb is certain
        "he": "עלול עלולה עלולים עשוי עשויה עשויים אולי",
        "hi": "शायद",
    },
    "tried": {
        "en": "tried_to tries_to try_to trying_to attempted_to attempts_to attempting_to "
        "attempt_to sought_to seeks_to attempted about_to",
        "de": "versuchte versuchten versucht",
        "fr": "tenté_de tenté_d tente_de tentent_de essayé_de",
        "es": "intentó intentaron intenta intentan trató_de trataron_de",
        "it": "tentato_di tenta_di cercato_di",
        "pt": "tentou tentaram tenta tentam",
        "nl": "probeerde probeerden geprobeerd",
        "sv": "försökte försöker försökt",
        "ru": "пытался пыталась пытались попытался попыталась попытались",
        "cs": "pokusil pokusila pokusili",
    },
    "escaped": {
        "en": "almost nearly came_close_to close_to all_but within_minutes_of within_hours_of",
        "fr": "failli",
    },
    # Said of somebody by who need not know.
    "alleged": {
        "en": "allegedly alleged_to alleges alleged_that reportedly supposedly purportedly "
        "apparently accused_of accuses accuse accusing accused suspected_of suspects charged_with "
        "allegations_that allegation_that rumour_that rumor_that rumours_that rumors_that "
        "rumour_had_it rumoured rumored speculation_that suspicion_that suspicions_that theory_that "
        "story_that word_spread_that said_to_have",
        "de": "angeblich angebliche mutmaßlich mutmaßlicher mutmaßliche offenbar anscheinend soll "
        "sollen vorgeworfen verdächtigt gerücht gerüchte",
        "fr": "aurait auraient serait seraient prétendument apparemment accusé_de accusée_de "
        "accusés_de soupçonné_de soupçonnée_de rumeur rumeurs",
        "es": "presuntamente supuestamente habría habrían aparentemente acusado_de acusada_de "
        "acusados_de sospechoso_de rumor rumores",
        "it": "presumibilmente avrebbe avrebbero sarebbe sarebbero apparentemente accusato_di "
        "accusata_di accusati_di sospettato_di",
        "pt": "supostamente alegadamente teria teriam aparentemente acusado_de acusada_de "
        "acusados_de suspeito_de",
        "nl": "naar_verluidt vermoedelijk vermeende blijkbaar beschuldigd_van verdacht_van",
        "sv": "påstås ska_ha uppges misstänks enligt_uppgift anklagas",
        "ru": "якобы предположительно обвиняют обвиняется подозревают подозревается",
        "cs": "údajně prý zřejmě obviněn_z obviněna_z",
        "el": "φέρεται φέρονται φερόμενος δήθεν κατηγορείται κατηγορούνται",
        "ar": "يزعم تزعم زعم زعمت يُزعم",
        "he": "לכאורה כביכול נטען חשוד חשודה",
        "hi": "कथित कथित_तौर",
    },
    "believed": {
        "en": "believe believes believed believing think thinks thought suspect suspected "
        "convinced insist insists insisted maintain maintains maintained pretend pretends "
        "pretended fear fears feared hope hopes hoped imagined invented",
        "de": "glaubt glauben glaubte glaubten vermutet vermuten vermutete befürchtet befürchten "
        "hofft hoffen",
        "fr": "croit croient pense pensent craint craignent soupçonne soupçonnent espère espèrent",
        "es": "cree creen creía piensa piensan teme temen sospecha sospechan espera esperan",
        "it": "crede credono pensa pensano teme temono sospetta sospettano spera sperano",
        "pt": "acredita acreditam acha acham pensa pensam teme temem suspeita suspeitam espera",
        "nl": "gelooft geloven denkt denken vermoedt vermoeden vreest vrezen hoopt hopen",
        "sv": "tror trodde misstänker fruktar hoppas",
        "ru": "считает считают полагает полагают подозревает опасается опасаются надеется",
        "cs": "věří myslí domnívá domnívají obává obávají doufá doufají",
        "el": "πιστεύει πιστεύουν νομίζει φοβάται φοβούνται ελπίζει",
    },
    # What is to be done and may be.
    "meant": {
        "en": "plan_to meant_to ready_to plans_to planned_to planning_to planning intend_to "
        "intends_to intended_to prepares_to preparing_to",
        "de": "will wollen wollte wollten plant planen plante planten beabsichtigt beabsichtigen",
        "fr": "prévoit_de prévoient_de prévu_de envisage_de envisagent_de compte entend projette_de",
        "es": "planea planean prevé prevén pretende pretenden",
        "it": "intende intendono progetta_di prevede_di prevedono_di ha_intenzione",
        "pt": "planeja planejam planeia pretende pretendem tenciona",
        "nl": "wil willen wilde wilden plant plannen van_plan",
        "sv": "vill planerar avser",
        "ru": "планирует планируют намерен намерена намерены собирается собираются",
        "cs": "plánuje plánují zamýšlí hodlá hodlají chystá chystají",
        "el": "σχεδιάζει σχεδιάζουν σκοπεύει σκοπεύουν",
    },
    # What ought to be, and may not be.
    "owed": {
        "en": "should ought must needs_to need_to",
        "de": "sollte sollten muss müssen müsste müssten",
        "fr": "doit doivent devrait devraient",
        "es": "debe deben debería deberían",
        "it": "deve devono dovrebbe dovrebbero",
        "pt": "deve devem deveria deveriam",
        "nl": "moet moeten",
        "sv": "måste borde",
        "ru": "должен должна должно должны",
        "cs": "musí měl_by měla_by mělo_by měli_by měly_by",
    },
    # What is to come says no less than a plan, and no more.
    "coming": {
        "en": "will would to_be set_to due_to expected_to scheduled_to",
        "de": "wird werden würde würden soll sollen",
        "fr": "va vont",
        "es": "va_a van_a",
        "pt": "vai vão",
        "nl": "zal zullen gaat gaan",
        "sv": "ska kommer_att",
        "ru": "будет будут",
        "cs": "bude budou",
        "el": "θα",
    },
    "wished": {
        "en": "want_to wants_to wanted_to threaten_to threatens_to threatened_to threatening_to "
        "vowed_to offered_to offers_to calls_on called_on calling_on urged urges urging asked "
        "asks demanded demands demanding proposed_to proposes_to failed_to fails_to",
        "de": "droht drohen drohte drohten fordert fordern forderte forderten verlangt verlangte "
        "erwägt erwägen",
        "fr": "veut veulent voulait menace_de menacent_de menacé_de demande demandent demandé "
        "réclame réclament exige exigent souhaite souhaitent",
        "es": "quiere quieren quería amenaza_con amenazan_con amenazó_con amenazaron_con pide "
        "piden pidió pidieron exige exigen exigió",
        "it": "vuole vogliono voleva minaccia_di minacciano_di minacciato_di chiede chiedono "
        "chiesto",
        "pt": "quer querem queria ameaça ameaçam ameaçou pede pedem pediu exige exigem exigiu",
        "nl": "dreigt dreigen dreigde dreigden eist eisen eiste vraagt vroeg overweegt",
        "sv": "hotar hotade kräver krävde överväger",
        "ru": "хочет хотят грозит угрожает угрожают требует требуют просит призвал",
        "cs": "chce chtějí chtěl hrozí žádá žádají požaduje požadují zvažuje zvažují",
        "el": "θέλει θέλουν απειλεί απειλούν ζητά ζητούν",
    },
    "conditional": {
        "en": "if unless provided_that provided providing as_long_as so_long_as on_condition "
        "on_the_condition in_the_event_of subject_to in_case assuming should",
        "de": "wenn falls sofern es_sei_denn solange vorausgesetzt unter_der_bedingung",
        "fr": "si s'il s'ils à_moins à_condition pourvu en_cas",
        "es": "si a_menos_que siempre_que a_condición en_caso_de",
        "it": "a_meno_che a_meno_di purché a_condizione in_caso_di",
        "pt": "a_menos_que a_não_ser_que em_caso_de com_a_condição",
        "nl": "tenzij mits indien zolang op_voorwaarde",
        "sv": "såvida förutsatt under_förutsättning",
        "ru": "если при_условии",
        "cs": "pokud jestliže ledaže jestli pod_podmínkou",
        "el": "αν εάν εφόσον",
        "ar": "إذا لو",
        "he": "אם אלא_אם",
        "hi": "अगर यदि",
    },
    "excepted": {
        "en": "except excepting apart_from with_the_exception_of excluding aside_from save_for "
        "but_only until",
        "de": "außer ausgenommen abgesehen_von mit_ausnahme",
        "fr": "sauf excepté hormis à_l'exception",
        "es": "salvo excepto con_excepción a_excepción",
        "it": "tranne salvo eccetto ad_eccezione a_eccezione",
        "pt": "exceto salvo com_exceção à_exceção",
        "nl": "behalve uitgezonderd met_uitzondering",
        "sv": "utom med_undantag",
        "ru": "кроме за_исключением",
        "cs": "kromě vyjma s_výjimkou",
        "el": "εκτός με_εξαίρεση",
        "ar": "باستثناء إلا",
        "he": "למעט פרט",
    },
    "only": {
        "en": "only solely exclusively",
        "de": "nur lediglich ausschließlich",
        "fr": "seul seuls seule seules seulement uniquement",
        "es": "solo sólo solamente únicamente",
        "it": "solo soltanto solamente",
        "pt": "só somente apenas",
        "nl": "alleen slechts enkel",
        "sv": "bara endast",
        "ru": "только лишь",
        "cs": "jen pouze jenom",
        "el": "μόνο μόνον",
        "ar": "فقط",
        "he": "רק",
    },
    "few": {
        "en": "few hardly_any a_minority_of a_handful_of part_of half_of half_the",
        "de": "wenige kaum ein_teil die_hälfte eine_minderheit",
        "fr": "peu_de une_partie la_moitié une_minorité",
        "es": "pocos pocas parte_de la_mitad una_minoría",
        "it": "pochi poche parte_dei parte_della parte_del la_metà una_minoranza",
        "pt": "poucos poucas parte_dos parte_da parte_do metade uma_minoria",
        "nl": "weinig een_deel de_helft een_minderheid",
        "sv": "få en_del hälften en_minoritet",
        "ru": "немногие часть половина",
        "cs": "málo část polovina menšina",
    },
    "some": {
        "en": "some several many one_of",
        "de": "einige manche mehrere viele",
        "fr": "certains certaines quelques plusieurs",
        "es": "algunos algunas varios varias muchos muchas",
        "it": "alcuni alcune molti molte diversi diverse",
        "pt": "alguns algumas vários várias muitos muitas",
        "nl": "sommige enkele veel meerdere",
        "sv": "några flera många",
        "ru": "некоторые несколько многие",
        "cs": "někteří některé několik mnoho",
    },
    "ranked": {"en": "second third fourth fifth sixth seventh eighth ninth tenth"},
    "office": {"en": "former ex deputy vice"},
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
