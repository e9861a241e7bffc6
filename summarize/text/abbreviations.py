"""What splitting knows about single languages: plain data, one block per language.

Written by hand from general knowledge of each language's newspapers; no list was taken over. A
language without a block here still splits by capitals, scripts and end marks.

titles    stand before a name, so the full stop after them never ends a sentence.
numeric   stand before a figure ("No. 5", "Dec. 5"); before anything else they are ordinary words.
others    may end a sentence; they do when a starter follows.
starters  words that, capitalised after a full stop, begin a sentence. They double as the words by
          which `split` tells languages of one script apart, so each list holds the commonest ones.

An entry with a capital is an abbreviation only with it: "Ill." is a state, "ill." is how somebody fell.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Words(NamedTuple):
    """One language's abbreviations, without their full stop, and starters."""

    titles: frozenset[str] = frozenset()
    numeric: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinal: str = ""


# The names of Latin letters in Devanagari, of which acronyms are made ("सी.ओ.पी."), as a pattern.
LETTERS = (
    "ए|बी|सी|डी|ई|एफ़|एफ|जी|एच|आई|जे|के|एल|एम|एन|ओ|पी|क्यू|आर|एस|टी|यू|वी|डब्ल्यू|डब्ल्यु|डबल्यू|डबल्यु|डब्लू|एक्स|वाई|जेड|ज़ेड"
)

# language: (titles, numeric, others, starters)
TABLE: dict[str, tuple[str, str, str, str]] = {
    "en": (
        "mx drs sens reps govs profs Gen Col Maj Capt cmdr lt sgt Cpl Pvt Adm Sen Rep Gov Pres Rev Hon Fr"
        " Mt Supt Insp Det messrs mmes ven msgr Dep asst Amb atty",
        "no nos exp pop vol vols p pp fig figs art sec ch chap para jan feb mar apr jun jul aug sep sept"
        " oct nov dec",
        "dept est etc v al eg ie cf viz Ave blvd rd hwy Mon Tue Tues Wed Thu Thurs Fri Sat Sun a.m p.m"
        " u.s u.k u.n e.g i.e ph.d m.d b.a m.a d.c univ assn assoc intl natl Min Max avg tel ext Ed eds"
        " trans Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb"
        " Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo ft approx ca eq ver",
        "the this that these those a an in on at it he she they we you i but and or if when while as for"
        " from with after before since because although though however what who why how where there his"
        " her their our its my your some many most all no not one two so then now to by of is are was were"
        " do does did three four five six seven eight nine ten another other several both even also here"
        " such each every let please",
    ),
    "de": (
        "Hr Fr Ing Mag Dipl pfr Gen frl Sr präs Hl",
        "nr nrn s bd abs art abb kap tel ca ziff jan feb mär apr jun jul aug sep sept okt nov dez",
        "bzw usw etc ggf evtl inkl exkl vgl ff f z.b d.h u.a o.ä u.ä i.d.r z.t s.o s.u v.a v.chr n.chr"
        " chr jh jhd geb gest verh str mio mrd min max allg bspw sog ehem ev kath Mo Di Mi Do Fr Sa So zb"
        " dh ua e.v hrsg aufl bes urspr lat engl frz",
        "der die das dem den des ein eine einer einem einen es er sie wir ich ihr du man und aber auch"
        " als am an auf aus bei beim bis da damit dann daher dabei dadurch danach darauf denn dennoch dies"
        " diese dieser dieses doch durch für im in ist sind hier hat haben ihre jedoch kein keine mit nach"
        " nicht noch nun nur ob obwohl oder ohne seit sein seine seiner so sowie trotz über um unter vom"
        " von vor während war waren was weil weiter weitere welche wenn wer werden wie wird wo zu zum zur"
        " zwei zwar alle allerdings anschließend bereits außerdem heute später",
    ),
    "fr": (
        "M mm mme mmes mlle mlles Pr mgr Ste gén Col cdt lt",
        "n no nos p pp vol fig art chap al ch janv févr fév avr juil sept oct nov déc",
        "etc cf av apr env hab j.-c j.c boul bd tél ex min max ed éd cie ste p.-s p.s s.a c.-à-d i.e",
        "le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je j en dans à au"
        " aux avec pour par sur sous mais et ou où donc car ni si comme quand lorsque après avant depuis"
        " pendant selon son sa ses leur leurs notre votre c qui que quel quelle pourquoi comment tout tous"
        " toute toutes plus plusieurs certains ainsi alors cependant aussi enfin ensuite entre chez est"
        " sont d n s puis",
    ),
    "es": (
        "sr sra sres sras srta dra dres profa d dña Ing lic arq gral cnel tte sto sta mons Fr",
        "n no núm núms pág págs p pp vol art cap fig tel aprox ene feb mar abr may jun jul ago sep sept"
        " oct nov dic",
        "EE UU etc ej p.ej ud uds vd vds av avda c cía ltda s.a s.l ee.uu a.c d.c c.v máx mín dpto depto"
        " esq izq der hnos",
        "el la los las lo un una unos unas de del al a en y o pero si no se su sus es son fue fueron era"
        " este esta esto estos estas ese esa eso aquel con por para sin sobre entre desde hasta cuando"
        " como donde que quien cual qué quién cómo cuándo dónde él ella ellos ellas yo tú nosotros también"
        " además según tras durante después antes aunque más muchos todos todas cada otro otra mientras"
        " así ha han hay alguno alguna algunos algunas muchas otros otras esas esos",
    ),
    "pt": (
        "sr sra srs sras srta dra drs profa d Dom dona eng arq gen cel ten st sto sta",
        "n no nº pág págs p pp vol art cap fig tel aprox jan fev mar abr mai jun jul ago set out nov dez",
        "etc ex p.ex av r ltda cia s.a a.c d.c hab",
        "o a os as um uma uns umas de do da dos das no na nos nas em e ou mas se não ao à aos às ele ela"
        " eles elas eu nós você este esta isto esse essa isso aquele com por para sem sobre entre desde"
        " até quando como onde que quem qual é são foi foram era também além segundo após durante depois"
        " antes embora mais muitos todos cada outro outra enquanto assim há seu sua seus suas pelo pela",
    ),
    "it": (
        "sig sigg sig.ra sig.na dott prof.ssa dott.ssa On avv ing Arch geom rag Gen Col ten S",
        "n nr p pp pag pagg vol art cap fig tel ca gen feb mar apr mag giu lug ago set ott nov dic",
        "ecc es ad.es etc a.c d.c s.p.a s.r.l cfr min max",
        "il lo la i gli le l un uno una di del della dei delle dello degli da dal dalla in nel nella nei"
        " nelle a al alla ai alle con per su sul sulla tra fra e o ma se non si è sono era fu questo"
        " questa questi queste quello quella che chi come dove quando perché lui lei loro noi io anche"
        " dopo prima durante secondo tutti ogni altri mentre così ha hanno suo sua",
    ),
    "nl": (
        "dhr mevr mw ir ing drs ds st gen kol kapt mgr",
        "nr nrs blz p pp art fig vol tel ca afb jan feb mrt apr jun jul aug sep sept okt nov dec",
        "enz etc bv bijv d.w.z o.a m.b.t t.a.v i.v.m a.u.b n.v b.v incl excl resp v.chr n.chr jl",
        "de het een dit dat deze die er hij zij ze wij we ik je u jullie in op aan bij met van voor naar"
        " na om uit over onder door tot sinds tijdens volgens en of maar want als toen wanneer omdat"
        " hoewel terwijl ook nog niet geen wel dan daarna daarom hier daar wat wie waar hoe waarom zijn"
        " haar hun alle veel is",
    ),
    "sv": (
        "hr fr s:t s:ta",
        "nr s sid tel ca kap fig art jan feb mar apr jun jul aug sep sept okt nov dec kl",
        "t.ex bl.a m.m m.fl d.v.s dvs osv etc f.d s.k o.s.v p.g.a f.kr e.kr min max inkl exkl resp jfr",
        "det den de en ett han hon vi jag du ni man i på av för med till från om när som och men eller så"
        " att efter innan under över vid mot hos genom enligt sedan också inte vad vem var hur varför"
        " detta denna dessa här där är hans hennes deras alla många flera ingen",
    ),
    "da": (
        "hr fr skt",
        "nr s tlf ca kap fig art stk bd jan feb mar apr jun jul aug sep sept okt nov dec kl",
        "f.eks bl.a m.m m.fl dvs osv etc mv pga f.kr e.kr mio mia inkl ekskl jf hhv vedr evt",
        "det den de en et han hun vi jeg du man i på af for med til fra om når da som og men eller så at"
        " efter før under over ved mod hos gennem ifølge siden også ikke hvad hvem hvor hvordan hvorfor"
        " dette denne disse her der er hans hendes deres alle mange flere ingen",
    ),
    "nb": (
        "hr fr st",
        "nr s tlf ca kap fig art bd jan feb mar apr jun jul aug sep sept okt nov des kl",
        "f.eks bl.a m.m m.fl dvs osv etc mv pga f.kr e.kr mill mrd inkl ekskl jf hhv vedr evt",
        "det den de en et ei han hun vi jeg du man i på av for med til fra om når da som og men eller så"
        " at etter før under over ved mot hos gjennom ifølge siden også ikke hva hvem hvor hvordan hvorfor"
        " dette denne disse her der er hans hennes deres alle mange flere ingen",
    ),
    "fi": (
        "hra rva nti tri",
        "n nro s puh ks kuva",
        "esim mm ym yms jne ts eli eaa jaa ekr jkr klo os alk vrt milj mrd tammi helmi maalis mp",
        "se ne hän he minä sinä me te tämä tuo nämä nuo mutta ja tai kun jos koska vaikka että myös ei on"
        " oli ovat ennen jälkeen kuitenkin lisäksi siksi niin nyt sitten mikä kuka missä miten miksi"
        " kaikki moni",
    ),
    "pl": (
        "p pp inż mgr ks św gen płk ppłk mjr kpt por red abp bp hr",
        "nr s str ust art pkt poz par rys tab tel ok t",
        "np itd itp tj tzn tzw m.in ul al pl woj pow gm r w wyd zob por jw cd św p.n.e n.e mln mld tys"
        " godz min sek proc zł sp im",
        "w na z do od po przez dla za pod nad przed między to ten ta te ci on ona ono oni one ja ty my wy"
        " jest są był była było nie ale i a oraz lub albo jednak gdy kiedy jeśli że który która które co"
        " kto gdzie jak dlaczego także też jego jej ich wszystkie każdy według podczas",
    ),
    "cs": (
        "p pí sl doc ing mgr bc judr mudr phdr rndr gen plk pplk mjr kpt sv",
        "č čís s str odst čl obr tab tel cca sv",
        "např atd apod tj tzv tzn mj resp aj ul nám r stol př.n.l n.l př.kr mil mld tis hod min kč max"
        " event srov viz",
        "v ve na z ze do od po pro za pod nad před mezi to ten ta tento tato toto tyto on ona ono oni já"
        " ty my vy je jsou byl byla bylo ale a i nebo však když pokud protože že který která které co kdo"
        " kde jak proč také jeho její jejich všechny každý podle během s se k ke při",
    ),
    "sk": (
        "p doc ing mgr bc judr mudr phdr rndr gen plk sv",
        "č s str ods čl obr tab tel cca",
        "napr atď apod tj tzv tzn resp ul nám r stor pred n.l mil mld tis hod min max",
        "v vo na z zo do od po pre za pod nad pred medzi to ten tá tento táto toto tieto on ona ono oni"
        " ja ty my vy je sú bol bola bolo ale a aj alebo však keď ak pretože že ktorý ktorá ktoré čo kto"
        " kde ako prečo tiež jeho jej ich všetky každý podľa počas s so k ku pri",
    ),
    "sl": (
        "g ga gdč doc mag dipl inž sv gen polk",
        "št str čl sl tel pribl",
        "npr itd ipd oz tj t.i ul mio mrd min maks dec jan feb",
        "v na z s do od po za pod nad pred med to ta te ti on ona ono oni jaz mi vi je so bil bila bilo"
        " ne ampak in ali pa vendar ko če ker da ki kaj kdo kje kako zakaj tudi njegov njen vsi vsak",
    ),
    "hr": (
        "g gđa gđica dipl ing sv gen puk",
        "br str čl st sl tel cca",
        "npr itd isl tj tzv ul god mil mlrd min sl dr kn",
        "u na iz s sa do od po za pod nad pred među to taj ta ovaj ova ovo ovi on ona ono oni ja ti mi vi"
        " je su bio bila bilo ne ali i ili pa no kad kada ako jer da koji koja koje što tko gdje kako"
        " zašto također njegov njezin svi svaki",
    ),
    "ro": (
        "dl dna d-l d-na ing av gen col lt sf acad",
        "nr p pp pag art alin fig vol tel cca ian feb mar apr iun iul aug sept oct nov dec",
        "etc ex str bd î.hr d.hr i.e mil mld min max",
        "în la de din pe cu pentru prin după înainte până între spre fără un o acest această aceste"
        " acești el ea ei ele eu tu noi voi este sunt a au fost era nu dar și sau însă când dacă deoarece"
        " că care ce cine unde cum de-a lui toate fiecare potrivit",
    ),
    "hu": (
        "id ifj özv gr br",
        "sz kb o old ker jan febr márc ápr jún júl aug szept okt nov dec",
        "stb pl ill ún vö ui uo u.n i.e i.sz mrd m u krt",
        "a az egy ez ezek azok ő ők én te mi ti és de vagy hogy ha mert mivel amikor aki ami ahol ki hol"
        " hogyan miért is nem van volt voltak már még csak így akkor most minden szerint után előtt"
        " azonban",
    ),
    "tr": (
        "doç yrd av müh gen alb bay sn",
        "no s sf sy cad sok tel",
        "vb bkz örn yy m.ö m.s mah apt şti a.ş",
        "bu şu o bir ve ama ancak fakat çünkü eğer ne kim nerede nasıl neden ben sen biz siz onlar daha"
        " çok en her tüm bütün ayrıca sonra önce için ile de da ki ise olarak göre",
    ),
    "ru": (
        "г-н г-жа проф акад св ген полк кап лейт д-р гр тов доц инж",
        "№ с стр т п пп ст гл рис табл тел ок янв февр апр авг сент окт нояб дек",
        "т.д т.п т.е т.к т.н т.о др пр г гг в вв н.э н э до ул пл просп пер д кв обл р-н тыс млн млрд руб"
        " коп долл см напр ред изд англ лат нем фр греч рус укр род ум мин макс сек кг км м и.о им",
        "в во на с со из к ко о об от до по за под над при про для без у через между он она оно они я ты"
        " мы вы это этот эта эти тот та те и а но или же если когда как что чтобы кто где куда почему"
        " потому так также тоже не ни все весь вся его её ее их наш ваш мой свой был была было были есть"
        " после перед однако согласно кроме там тут здесь теперь тогда уже ещё еще каждый многие некоторые",
    ),
    "uk": (
        "п пані проф акад ім св ген полк д-р доц інж",
        "№ с стор т п пп ст гл рис табл тел",
        "т.д т.п т.зв ін та р рр ст н.е вул пл просп пров буд кв обл р-н тис млн млрд грн коп дол див"
        " напр ред вид англ лат нім фр грец рос укр нар",
        "в у на з із зі до від по за під над при про для без через між він вона воно вони я ти ми ви це"
        " цей ця ці той та ті і й а але або якщо коли як що щоб хто де куди чому тому так також не ні всі"
        " весь його її їх наш ваш мій був була було були є після перед однак згідно крім там тут тепер"
        " тоді вже ще кожен",
    ),
    "bg": (
        "г-н г-жа проф акад ген полк д-р доц инж св",
        "№ с стр т чл ал гл фиг табл тел бр",
        "т.н т.е др пр г гг в вв пр.н.е сл.н.е ул бул пл обл хил млн млрд лв ст вж напр изд англ лат нем фр",
        "в във на с със от до за по под над при без през между той тя то те аз ти ние вие това този тази"
        " тези и а но или ако когато как какво кой къде защо също не ни всички неговият е са беше бяха"
        " след преди според освен там тук сега тогава вече още всеки",
    ),
    "el": (
        "κ κα κος δρ καθ αγ στρ αντ",
        "αρ σ σελ τ άρθρ παρ κεφ τηλ εικ ιαν φεβ μαρ απρ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
        "κ.λπ κλπ κ.ά κ.α π.χ δηλ βλ π.μ μ.μ π.χρ μ.χρ χλμ εκ δισ τ.μ ο.η.ε η.π.α υπ",
        "ο η το οι τα του της των τον την τους τις ένας μια μία ένα σε στο στη στην στον στα στις στους"
        " από με για κατά μετά πριν ως και αλλά ή αν όταν ενώ επειδή ότι που πως πώς τι ποιος ποια πού"
        " γιατί αυτός αυτή αυτό αυτοί αυτές αυτά είναι ήταν έχει έχουν δεν θα όλοι κάθε επίσης ωστόσο όμως"
        " σύμφωνα",
    ),
    "ar": (
        "د أ.د",
        "ص",
        "إلخ الخ",
        "في من على إلى أن عن هذا هذه التي الذي كان وقد",
    ),
    "hi": (
        "डॉ श्री पं प्रो",
        "सं पृ",
        "कि मि कि.मी ई.पू रु",
        "के है में की को से का और पर यह",
    ),
    "vi": (
        "TP Tp tp TX TT Q H Cty cty CTy ThS Th.S TS T.S GS PGS PGS.TS PGS-TS GS.TS GS-TS BS Bs KS LS ĐH CĐ"
        " NSND NSƯT",
        "P p tr QĐ",
        "v.v vv VND tr.cn",
        "của và là các có được cho trong với không những một này đã để khi người theo tại từ đến về ra vào"
        " như sau trên nhiều cũng ông bà anh chị tuy nhưng nếu do vì bởi đây đó hiện ngày trước đồng thời"
        " ngoài bên cạnh ngay riêng cùng qua mặc dù hôm sáng chiều tối",
    ),
}
# In foreign names these stand in the papers of every language.
COMMON = ("mr mrs ms dr prof St", "", "jr sr inc ltd co corp bros vs", "")
# How a language writes "third" with a full stop where a capital may follow: "3. Oktober" where nouns
# have capitals, else only kings: "Karel IV. Veliký".
KINGS = "[IVX]{2,6}"
WITH_KINGS = ("cs", "da", "fi", "hr", "hu", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr")
ORDINALS = dict.fromkeys(WITH_KINGS, KINGS) | {"de": r"\d{1,2}|" + KINGS}
TABLE["no"] = TABLE["nn"] = TABLE["nb"]
TABLE["sr"] = TABLE["bs"] = TABLE["hr"]


@cache
def words(language: str | None) -> Words:
    """A language's lists, with those every language borrows; only these for one without a block."""
    language = (language or "").partition("-")[0].lower()
    parts = zip(COMMON, TABLE.get(language, ("",) * 4), strict=True)
    titles, numeric, others, starters = (frozenset(f"{shared} {own}".split()) for shared, own in parts)
    return Words(titles, numeric, others, starters, ORDINALS.get(language, ""))


def listed(word: str, entries: frozenset[str]) -> bool:
    """Whether a word stands in a list: as it is written, in lower case, or for "ST. LOUIS" with a capital."""
    return word in entries or word.lower() in entries or (word.isupper() and word.capitalize() in entries)
