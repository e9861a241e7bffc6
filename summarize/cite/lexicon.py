"""The few words per language that figures are written with: plain data, one `Lexicon` a language.

English is complete enough for news. The other lists are modest on purpose: months, weekdays, scales
and small number words, from any grammar's first chapter. A language without a list still has its
digits, percent signs and currency signs compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from summarize.cite import compounds
from summarize.cite.words import in_language, word_set

# Twelve entries each, January first; forms of one month are joined by "/".
_MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "de": "januar/jänner februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre "
    "noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ru": "января/январе февраля/феврале марта/марте апреля/апреле мая/мае июня/июне июля/июле "
    "августа/августе сентября/сентябре октября/октябре ноября/ноябре декабря/декабре",
    "cs": "ledna/lednu února/únoru března/březnu dubna/dubnu května/květnu června/červnu července/červenci "
    "srpna/srpnu září října/říjnu listopadu prosince/prosinci",
    "el": "ιανουαρίου/ιανουάριο φεβρουαρίου/φεβρουάριο μαρτίου/μάρτιο απριλίου/απρίλιο μαΐου/μάιο "
    "ιουνίου/ιούνιο ιουλίου/ιούλιο αυγούστου/αύγουστο σεπτεμβρίου/σεπτέμβριο οκτωβρίου/οκτώβριο "
    "νοεμβρίου/νοέμβριο δεκεμβρίου/δεκέμβριο",
    "ar": "يناير فبراير مارس أبريل/إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "he": "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי "
    "אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    "hi": "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
}

# Seven entries each, Monday first.
WEEKDAYS = {
    "en": "monday/mon tuesday/tues wednesday thursday/thurs friday/fri saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "ru": "понедельник вторник среду/среда четверг пятницу/пятница субботу/суббота воскресенье",
    "cs": "pondělí úterý středu/středa čtvrtek pátek sobotu/sobota neděli/neděle",
    "el": "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "ar": "الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार/बृहस्पतिवार शुक्रवार शनिवार रविवार",
}

# From two up: "one", "un", "ein" are articles and pronouns far more often than counts.
_NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve",
    "pt": "dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
    "dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
    "sedici diciassette diciotto diciannove",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
    "ru": "два/две/двух/двумя три/трёх/трех/тремя четыре/четырёх/четырех пять/пяти/пятью шесть/шести/шестью "
    "семь/семи/семью восемь/восьми девять/девяти/девятью десять/десяти/десятью одиннадцать/одиннадцати "
    "двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати "
    "шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати",
    "cs": "dva/dvě/dvou tři/tří čtyři/čtyř pět/pěti šest sedm osm devět deset jedenáct dvanáct "
    "třináct čtrnáct patnáct",
    "el": "δύο τρεις/τρία/τριών τέσσερις/τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα "
    "έντεκα/ένδεκα δώδεκα δεκατρείς/δεκατρία δεκατέσσερις/δεκατέσσερα δεκαπέντε δεκαέξι "
    "δεκαεπτά δεκαοκτώ δεκαεννέα",
    # Hebrew "שני" is left out: it is Monday too.
    "ar": "اثنين/اثنان/اثنتين/إثنين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني/ثمان "
    "تسعة/تسع عشرة/عشر",
    "he": "שתי/שניים/שתיים/שתים שלושה/שלוש/שלושת ארבעה/ארבע/ארבעת חמישה/חמש/חמשת שישה/שש/ששת "
    "שבעה/שבע/שבעת שמונה/שמונת תשעה/תשע/תשעת עשרה/עשר/עשרת אחת־עשרה תריסר",
    "hi": "दो तीन चार पांच/पाँच छह/छः/छ सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस",
}
# After a small number these make it a teen: "ثلاثة عشر".
_TEENS = {"ar": "عشر عشرة", "he": "עשר עשרה"}
# Counts before a scale: "one million".
_ONES = {
    "en": "a one another",
    "de": "eine",
    "fr": "un",
    "es": "un",
    "pt": "um",
    "it": "un",
    "nl": "een",
    "ru": "один одну",
    "cs": "jeden",
    "el": "ένα μία",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante septante octante/huitante nonante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "ru": "двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти "
    "семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста",
}
_ORDINALS = {"en": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"}

_SCALES = {
    "en": {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    | {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3},
    "de": {"tausend": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9},
    "fr": {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
    "es": {"mil": 1e3, "millón": 1e6, "millones": 1e6},
    "pt": {"mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9},
    "it": {"mila": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9, "miliardi": 1e9},
    "nl": {"duizend": 1e3, "miljoen": 1e6, "miljard": 1e9},
    "ru": {"тысяч": 1e3, "тысячи": 1e3, "млн": 1e6, "миллионов": 1e6, "миллиона": 1e6, "млрд": 1e9}
    | {"миллиардов": 1e9, "миллиарда": 1e9},
    "cs": {"tisíc": 1e3, "tisíce": 1e3, "milionů": 1e6, "miliony": 1e6, "miliard": 1e9, "miliardy": 1e9},
    "el": {
        "χιλιάδες": 1e3,
        "εκατομμύρια": 1e6,
        "εκατομμύριο": 1e6,
        "εκατ": 1e6,
        "δισεκατομμύρια": 1e9,
        "δισ": 1e9,
    },
    "ar": {"ألف": 1e3, "آلاف": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليار": 1e9},
    "he": {"אלף": 1e3, "מיליון": 1e6, "מיליארד": 1e9},
    "zh": {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8},
    "ja": {"万": 1e4, "億": 1e8, "兆": 1e12},
    "hi": {"हजार": 1e3, "हज़ार": 1e3, "लाख": 1e5, "करोड़": 1e7, "अरब": 1e9},
}

# Languages that write 1.234,5 where English writes 1,234.5 (CLDR number symbols).
_DECIMAL_COMMA = word_set("de fr es pt it nl ru cs el sv da no nb fi pl ro hu tr id uk bg hr sr sk sl")


# What is said of a round number behind it, the longer first: "half a million", "eine halbe Million".
_SHARES: Mapping[str, Mapping[tuple[str, ...], float]] = {
    "en": {
        ("a", "quarter", "of", "a"): 0.25,
        ("three", "quarters", "of", "a"): 0.75,
        ("half", "a"): 0.5,
        ("half",): 0.5,
    },
    "de": {("halbe",): 0.5, ("halben",): 0.5},
    "es": {("medio",): 0.5},
    "fr": {("demi",): 0.5},
    "it": {("mezzo",): 0.5},
    "nl": {("half",): 0.5},
    "pt": {("meio",): 0.5},
}

# Every noun is capitalised: no name can be told by its first letter.
CAPITALISE_NOUNS = frozenset({"de", "lb"})


@dataclass(frozen=True)  # no slots: `starts` and `led` are kept beside them
class Lexicon:
    """Words of one language that stand for numbers and days, in lower case.

    months 1 to 12, weekdays 0 (Monday) to 6. compounds: as `compounds.spelled`. decimal: the
    character between units and tenths.
    """

    language: str
    numbers: Mapping[str, int]
    compounds: Mapping[tuple[str, ...], int]
    ones: frozenset[str]
    teens: frozenset[str]
    tens: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, float]
    shares: Mapping[tuple[str, ...], float]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    decimal: str

    @cached_property
    def starts(self) -> frozenset[str]:
        """Every word that a figure can start with, digits apart, and articles, which most sentences have."""
        lists = (self.numbers, self.tens, self.ordinals, self.scales, self.months, self.weekdays)
        first = {words[0] for phrases in (self.compounds, self.shares) for words in phrases}
        known = frozenset(word for words in lists for word in words) | first | {"one"}
        return known - (self.ones - {"one"})

    @cached_property
    def led(self) -> frozenset[str]:
        """What stands behind an article that starts a figure: "a dozen", "a quarter of a million"."""
        return frozenset(self.scales) | {words[1] for words in self.shares if words[0] in self.ones}


@cache
def lexicon(language: str | None) -> Lexicon:
    """The words of a language; one without a list has only its digits."""
    name = language or "en"
    numbers = _numbered(_NUMBERS.get(name, ""), first=2)
    tens = _numbered(_TENS.get(name, ""), first=2, step=10)
    return Lexicon(
        language=name,
        numbers=numbers,
        compounds=compounds.spelled(name, numbers, tens),
        ones=in_language(_ONES, name),
        teens=in_language(_TEENS, name),
        tens=tens,
        ordinals=_numbered(_ORDINALS.get(name, ""), first=2),
        scales=_SCALES.get(name, {}),
        shares=_SHARES.get(name, {}),
        months=_numbered(_MONTHS.get(name, ""), first=1),
        weekdays=_numbered(WEEKDAYS.get(name, ""), first=0),
        decimal="," if name in _DECIMAL_COMMA else ".",
    )


def _numbered(words: str, *, first: int, step: int = 1) -> dict[str, int]:
    forms = (entry.split("/") for entry in words.split())
    return {form: (first + i) * step for i, entry in enumerate(forms) for form in entry}
