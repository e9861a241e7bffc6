"""What holds for any days: nothing is said twice, budgets are kept, every item is accounted for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.cite.statement import folded
from tests.briefing.desk import Desk, config, item

OUTLETS = ("herald", "courier", "post")
SENTENCES = (
    "A landslide buried part of the village of Orsk on Sunday night, killing 12 people, the office said.",
    "The number of people killed by the landslide in Orsk rose to 15 on Tuesday, the district office said.",
    "The number of people killed by the landslide in Orsk rose to 19 on Thursday, the district office said.",
    "Rescuers with dogs searched the slope above Orsk until dawn.",
    "About 200 residents of Orsk spent the night in the school of the lower village.",
    "The road to the valley of Orsk is closed to all traffic until further notice.",
    "The city library of Port Lusk will open on Sundays from April, the council decided on Monday.",
    "The Sunday opening of the library costs 40,000 crowns a year and runs until December.",
    "Train drivers on the Sedge line will strike for 24 hours on Tuesday, their union said.",
    "The Sedge Railway offers its train drivers 3 percent more pay, and they ask for 6 percent.",
    "No train will run on the Sedge line from four in the morning because of the strike.",
    "Die Talsperre oberhalb von Brennach ist nach Angaben des Betreibers seit Montag wieder voll.",
)
TITLES = (None, "Landslide in Orsk", "Sedge line: drivers strike", "Library to open on Sundays")

articles = st.tuples(
    st.sampled_from(OUTLETS),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True).map(" ".join),
    st.sampled_from(TITLES),
)
days = st.lists(st.lists(articles, max_size=5, unique=True), min_size=1, max_size=3)
budgets = st.one_of(
    st.fixed_dictionaries({"length": st.integers(1, 8), "stories": st.integers(1, 4)}),
    st.fixed_dictionaries({"minutes": st.sampled_from([0.05, 0.1, 0.2, 0.5])}),
)


def items(day, told):
    language = {SENTENCES[-1]: "de"}
    return [
        item(outlet, text, day=day, title=title, language=language.get(text, "en"))
        for outlet, text, title in told
    ]


def told(desk, week):
    """Each day's items and what was made of them."""
    for day, articles in enumerate(week, start=1):
        given = items(day, articles)
        yield [*given, *desk.waiting], desk.brief(*given, day=day)


@settings(max_examples=60)
@given(week=days, budget=budgets)
def test_over_any_days(week, budget):
    """No sentence comes twice, none is too many, no item is lost, and every number has its source."""
    desk = Desk(config(*OUTLETS, briefing=budget))
    printed = []
    for listed, made in told(desk, week):
        lines = [line for entry in made.paper.entries for line in entry.digest.lines]
        printed += [folded(line.text) for line in lines]
        words = sum(len(line.text.split()) for line in lines)
        assert len(lines) <= budget.get("length", len(lines))
        assert words <= 238 * budget.get("minutes", words)
        items = sorted({(each.source, each.document.id) for each in listed})
        assert items == sorted([*made.told, *made.named, *made.passed_over])
        assert not any(each.named for each in listed if (each.source, each.document.id) in made.named)
        assert all(entry.digest.lines or entry.status != "new" for entry in made.paper.entries)
        assert_numbered(made.paper)
    assert len(set(printed)) == len(printed)


def assert_numbered(paper):
    """Numbers run from 1 over the whole paper, what is cited first, in the order of the page."""
    numbers = [source.number for entry in paper.entries for source in entry.digest.sources]
    assert list(range(1, len(numbers) + 1)) == sorted(numbers)
    cited = [
        each.source
        for entry in paper.entries
        for each in (
            *(change.citation for change in entry.changes),
            *(citation for line in entry.digest.lines for citation in line.citations),
        )
    ]
    assert all(source in entry_sources(paper) for source in cited)


def entry_sources(paper):
    return [source for entry in paper.entries for source in entry.digest.sources]


@settings(max_examples=15)
@given(articles=st.lists(articles, max_size=6, unique=True), data=st.data())
def test_the_order_of_items_changes_nothing(articles, data):
    """Neither the paper nor what is remembered depends on which feed answered first."""
    given = items(1, articles)
    shuffled = data.draw(st.permutations(given))
    assert Desk().brief(*given) == Desk().brief(*shuffled)
