"""The words with which news counts who died, is hurt, ill, missing or held, in nine languages: plain data.

Modest on purpose, as in `lexicon`: what agencies write. A language without a list counts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from summarize.cite.units import CLASS_OF
from summarize.cite.words import phrases, word_set

# The forms that name a class.
_CLASSES = {
    "ar": {
        "dead": "قتل قتلوا قتلت قتيل قتيلا قتلى مقتل مصرع لقوا_مصرعهم ضحايا ضحية وفاة وفيات توفي جثة جثث",
        "hurt": "جريح جريحا جرحى وجرح جرح أصيب وأصيب إصابة مصاب مصابا مصابين",
        "ill": "إصابات حالات حالة",
        "missing": "مفقود مفقودا مفقودين مفقودون المفقودين",
        "held": "اعتقال اعتقلت معتقل معتقلا موقوفا توقيف أوقفت",
    },
    "cs": {
        "dead": "mrtvých mrtví mrtvé obětí oběti zemřelo zemřeli zemřel zahynulo zahynuli zahynul "
        "zahynou zabito zabil zabila zabilo zabitých úmrtí o_život",
        "hurt": "zraněných zraněno zranilo zraněni zraněné zranění",
        "ill": "případů případy nakažených nakaženo nemocných onemocnělo",
        "missing": "pohřešuje pohřešují pohřešovaných pohřešováno nezvěstných nezvěstní",
        "held": "zadržela zadržel zadrželi zadrženo zadrženi zadržených zatkla zatkl zatčeno zatčených",
    },
    "de": {
        "dead": "tote toten toter todesopfer todesopfern tödlich getötet getötete getöteten starben "
        "gestorben sterben umgekommen leichen ums_leben todesfälle todesfällen",
        "hurt": "verletzt verletzte verletzten verletzter verwundet verwundete verwundeten",
        "ill": "fälle infizierte infizierten infektionen erkrankte erkrankten",
        "missing": "vermisst vermisste vermissten vermisster",
        "held": "festgenommen festgenommene festgenommenen festnahmen verhaftet verhaftete verhaftungen nahm "
        "nahmen",
    },
    "es": {
        "dead": "muertos muertas muerto murieron muere mueren murió muerte muertes fallecidos fallecidas "
        "fallecieron fallecido mortales víctimas_mortales cadáveres perdieron_la_vida",
        "hurt": "heridos heridas herido lesionados lesionadas",
        "ill": "casos contagios contagiados infectados",
        "missing": "desaparecidos desaparecidas desaparecido",
        "held": "detenidos detenidas detuvo detuvieron detenciones arrestados arrestadas arrestó",
    },
    "fr": {
        "dead": "morts mort mortes tués tuées tué tue décès décédées décédés péri corps perdu_la_vie",
        "hurt": "blessés blessées blessé",
        "ill": "cas contaminations infections infectés",
        "missing": "disparus disparues disparu",
        "held": "arrêtés arrêtées arrestations interpellé interpellés interpellées interpellations",
    },
    "it": {
        "dead": "morti morte morto vittime deceduti decedute uccisi uccise cadaveri perso_la_vita",
        "hurt": "feriti ferite ferito",
        "ill": "casi contagi contagiati infezioni",
        "missing": "dispersi disperse disperso",
        "held": "arrestati arrestate arrestato arresti fermati",
    },
    "nl": {
        "dead": "doden dode dodental omgekomen gedood overleden slachtoffers kwamen_om om_het_leven",
        "hurt": "gewond gewonden",
        "ill": "gevallen besmettingen besmet",
        "missing": "vermist vermisten",
        "held": "aangehouden opgepakt gearresteerd aanhoudingen arrestaties",
    },
    "pt": {
        "dead": "mortos mortas morto morreram morrem morre morrido mortes óbitos corpos vítimas_mortais "
        "perderam_a_vida",
        "hurt": "feridos feridas ferido",
        "ill": "casos infeções infecções infetados infectados",
        "missing": "desaparecidos desaparecidas desaparecido",
        "held": "detidos detidas deteve detiveram detenções presos presas",
    },
}
# Whoever is counted where the class comes elsewhere in the clause: "140 people were killed".
_PEOPLE = {
    "ar": "شخص شخصا أشخاص الأشخاص متظاهرا متظاهرين مدنيا مدنيين",
    "cs": "lidí lidé osob osoby obyvatel demonstrantů civilistů pacientů",
    "en": "people persons lives residents protesters demonstrators civilians pupils students patients",
    "de": "menschen personen leute bewohner einwohner demonstranten zivilisten",
    "es": "personas vidas vecinos manifestantes civiles",
    "fr": "personnes vies habitants manifestants civils",
    "it": "persone vite abitanti manifestanti civili",
    "nl": "mensen personen bewoners demonstranten betogers burgers",
    "pt": "pessoas vidas moradores manifestantes civis",
}
# What says of a number that it is that of the whole, or has come so far.
_SO_FAR = {
    "ar": "حصيلة الحصيلة عدد ارتفع ارتفعت ارتفاع ترتفع يرتفع إجمالي مجموع بلغ بلغت لا_يزال",
    "cs": "celkem počet bilance už již dosud stále nadále vzrostl stoupl zvýšil dosáhl stoupá zbývá",
    "en": "all total toll number tally count now still already remain remains rose risen rises climbed "
    "climbs stands",
    "de": "insgesamt gesamt zahl bilanz inzwischen mittlerweile noch bereits nun steigt steigen stieg "
    "gestiegen erhöht erhöhte",
    "es": "total cifra número balance ya aún siguen quedan suma suman ascienden suben asciende ascendió "
    "sube subió aumenta aumentó eleva elevó",
    "fr": "total bilan nombre compte désormais déjà encore toujours reste restent élève monté monte passé "
    "passe",
    "it": "totale bilancio numero ormai già ancora restano sale salito salgono",
    "nl": "totaal aantal dodental inmiddels nu nog al opgelopen gestegen stijgt loopt",
    "pt": "todo total número balanço somam sobem já ainda continuam restam sobe subiu aumentou aumenta",
}
# What is counted within a count, beside it, or only feared.
_NOT_ALL = {
    "ar": "وحدها وحده آخرين آخرون أخرى يخشى تخشى مخاوف قد ربما بينهم بينها",
    "cs": "jen_v jen_ve pouze_v pouze_ve dalších další obává obávají obavy možná mohlo mohli mezi_nimi "
    "z_nich z_toho včetně na_palubě",
    "en": "alone another additional further more_people more_were others fear fears feared may could might "
    "including among aboard",
    "de": "allein weitere weiteren weiterer befürchtet befürchten fürchtet fürchten könnten könnte "
    "darunter wohl möglicherweise vermutlich an_bord",
    "es": "solo_en sólo_en solamente_en otros otras más_personas teme temen podrían podría pueden "
    "entre_ellos posiblemente a_bordo",
    "fr": "rien_que seulement_dans autres craint craignent pourraient pourrait dont à_bord",
    "it": "sola solo_a solo_in altri altre teme temono potrebbero potrebbe possano tra_cui a_bordo",
    "nl": "alleen nog_eens andere vreest vrezen gevreesd mogelijk wellicht onder_wie waaronder aan_boord",
    "pt": "só_na só_no só_em apenas_na apenas_no apenas_em outros outras mais_pessoas teme temem poderiam "
    "pode podem entre_eles a_bordo",
}
# Before what a value is not: "six, and not seven".
INSTEAD = phrases(
    "instead_of rather_than and_not statt und_nicht en_vez_de en_vez_del y_no au_lieu_de et_non e_non "
    "e_não en_niet"
)
BODIES = word_set("bodies leichen cadáveres corps cadaveri corpi corpos lichamen جثة جثث")
# Between two counts: "183 muertos y 650 heridos" is no rate.
_ANDS = {
    "ar": "و",
    "cs": "a",
    "en": "and",
    "de": "und",
    "es": "y",
    "fr": "et",
    "it": "e",
    "nl": "en",
    "pt": "e",
}
# Right after a figure: it is of a part; right before: of some already told. Before a name: of a place.
_OF = word_set("of z ze der von de des du delle dei degli dos das van del من")
_THOSE = word_set("the those die der den diese los las esos les ces i gli le questi de deze os as esses")
_AT = word_set("in near around outside across en à a em ad bij te v ve u")

# What else falls in German, and is no case of an illness: "Unfälle", "Stromausfälle", "Verdachtsfälle".
_NO_CASES = tuple(
    word_set(
        "un über aus vor ab rück zu ein an wasser not todes sterbe verdachts streit rechts straf gerichts "
        "einzel zwischen kriminal betrugs mord gewalt"
    )
)
_SHORTEST = 2  # letters before "fälle"
# What came on one day, or was counted in another year, is no count so far.
NEW = word_set(
    "new neue neuen neuer nuevos nuevas nouveaux nouvelles nuovi nuove nieuwe novos novas nových جديدة جديدا"
)
_LAST_YEAR = phrases(
    "last_year vergangenen_jahr vergangenes_jahr letztes_jahr im_vorjahr año_pasado an_dernier l'an_dernier "
    "année_dernière anno_scorso ano_passado vorig_jaar loni vloni العام_الماضي"
)


@dataclass(frozen=True, slots=True)
class TallyWords:
    """The lists of one language. classes: from a word or phrase to its class. compounds: whether it writes
    "cases of measles" in one word."""

    classes: dict[tuple[str, ...], str]
    people: frozenset[str]
    so_far: frozenset[str]
    not_all: frozenset[tuple[str, ...]]
    ands: frozenset[str]
    compounds: bool
    of: frozenset[str] = _OF
    those: frozenset[str] = _THOSE
    at: frozenset[str] = _AT


def ill_compound(word: str) -> bool:
    """Whether a German word is of cases of an illness: "Masernfälle", not "Unfälle" nor "Todesfälle".

    >>> [ill_compound(word) for word in ("masernfälle", "verkehrsunfällen", "fälle")]
    [True, False, False]
    """
    stem = word.removesuffix("n").removesuffix("fälle")
    return len(stem) > _SHORTEST and stem + "fälle" == word.removesuffix("n") and not stem.endswith(_NO_CASES)


@cache
def tally_words(language: str | None) -> TallyWords | None:
    """The lists of a language, None if there are none."""
    if language not in _PEOPLE:
        return None
    named: dict[tuple[str, ...], str] = {}
    if language == "en":
        named |= {(form,): name for form, name in CLASS_OF.items() if name != "moved"}
        named |= dict.fromkeys(phrases("cases infections infected ill sick sickened"), "ill")
    for name, forms in _CLASSES.get(language, {}).items():
        named |= dict.fromkeys(phrases(forms), name)
        if language == "ar":  # with the article
            named |= dict.fromkeys([(f"ال{form[0]}", *form[1:]) for form in phrases(forms)], name)
    return TallyWords(
        named,
        word_set(_PEOPLE[language]),
        word_set(_SO_FAR[language]),
        phrases(_NOT_ALL[language]) | _LAST_YEAR,
        word_set(_ANDS[language]),
        language == "de",
    )
