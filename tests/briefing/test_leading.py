"""Which report a story that goes on is told by: what is reported last holds, and its headline stands above it."""

from tests.briefing.desk import Desk, config, item

STRIKE = (
    "Bus drivers in Calder will strike for 24 hours from Friday, the union TGU said. It asks for more pay."
)
TRAVEL = (
    "Only every fourth bus will run in Calder on Friday because of the drivers' strike. Trams run as usual."
)
OFF = (
    "The bus drivers' strike in Calder has been called off after a deal reached in the night, the union said."
)
FIRE = "Six workers were killed in a fire at a furniture factory in Brenn on Monday. The cause is not known."
HEATER = (
    "A heater that had not been checked for years caused the fire at the furniture factory in Brenn,"
    " investigators said on Tuesday."
)
FAULTY = (
    "A heater that had not been checked for years caused the factory fire in Brenn that killed six workers,"
    " investigators said on Tuesday."
)
CANDLES = (
    "Candles burn in front of the furniture factory in Brenn, where six workers died. Nobody in the town of"
    " 3,000 does not know one of them."
)


def told(*reports, before):
    """Headline and lines of the story that goes on, on its second day."""
    desk = Desk()
    desk.brief(item("wire", before, title="Told before"))
    [entry] = desk.brief(*reports, day=2).paper.entries
    assert entry.since
    return entry.digest.title, [line.text for line in entry.digest.lines]


def test_what_is_reported_last_is_told_under_its_own_headline():
    """At four every fourth bus was to run; at a quarter past five there was no strike."""
    early = item("hill", TRAVEL, day=2, hours=2.5, title="How to get around Calder on Friday")
    late = item("wire", OFF, day=2, hours=1.2, title="Calder bus strike called off")
    assert ("Calder bus strike called off", [OFF]) == told(early, late, before=STRIKE)


def test_of_reprints_the_headline_is_taken_that_the_line_bears_out():
    """One outlet prints what another wrote under a headline about the second paragraph."""
    first = item("wire", OFF, day=2, hours=2, title="Bus drivers' strike in Calder called off")
    again = item("hill", OFF, day=2, hours=1, title="Mayor thanks everybody")
    assert "Bus drivers' strike in Calder called off" == told(first, again, before=STRIKE)[0]


def test_a_feature_gives_way_to_what_two_outlets_report():
    """A column of candles comes last, and is not how the fire began."""
    reports = [
        item("wire", HEATER, day=2, hours=13, title="Heater caused Brenn fire"),
        item("echo", FAULTY, day=2, hours=12, title="Faulty heater caused factory fire"),
        item("record", CANDLES, day=2, hours=1, title="Brenn: six workers, one town in mourning"),
    ]
    assert "Faulty heater caused factory fire" == told(*reports, before=FIRE)[0]


def test_a_column_and_a_quiz_have_no_line_beside_a_report():
    """Whatever the hour, and whatever they say that nobody else does."""
    reports = [
        item("wire", HEATER, day=2, hours=13, title="Heater caused Brenn fire"),
        item("metro", f"Shame on the factory in Brenn. {CANDLES}", day=2, hours=1, title="Opinion: Brenn"),
        item("hill", "How old was the heater of the factory in Brenn?", day=2, hours=1, title="Quiz: Brenn"),
    ]
    assert ("Heater caused Brenn fire", [HEATER]) == told(*reports, before=FIRE)


def test_a_column_is_told_where_it_is_all_there_is():
    """A reader follows it for that."""
    desk = Desk()
    column = item("metro", "The factory in Brenn was a trap. Everybody knew.", title="Opinion: a trap")
    [entry] = desk.brief(column).paper.entries
    assert "The factory in Brenn was a trap." == entry.digest.lines[0].text


def test_what_is_news_is_the_line_and_not_its_context():
    """She stays; that she had said she would go is what a reader knows."""
    resigns = (
        "Transport minister Ewa Tolan will resign at the end of the month, she said on Sunday. She is 54."
    )
    stays = (
        "Transport minister Ewa Tolan will stay in office, the government said on Monday. "
        "She had said on Sunday that she would resign."
    )
    report = item("wire", stays, day=2, title="Tolan to stay as minister")
    assert [stays[: stays.index(" She had")]] == told(report, before=resigns)[1][:1]


def test_a_report_does_not_outdate_itself():
    """The 14 who were found are of the 37 who died, and news."""
    sank = (
        "At least 12 people were killed when the ferry Maren Olsdatter sank off Tarvik, the coast guard said."
    )
    raised = (
        "Salvage crews raised the wreck of the ferry Maren Olsdatter on Thursday and found 14 bodies inside. "
        "The number of dead now stands at 37, and nine people are still missing."
    )
    report = item("wire", raised, day=2, title="Ferry wreck raised")
    assert raised.startswith(told(report, before=sank)[1][0])


def test_room_that_is_left_over_goes_to_what_else_is_new():
    """What was agreed, which the same report tells; nothing of an earlier report."""
    early = item("hill", TRAVEL, day=2, hours=2.5, title="How to get around Calder on Friday")
    terms = "Drivers will get 4 percent more from January and a longer break between two shifts."
    late = item("wire", f"{OFF} {terms}", day=2, hours=1.2, title="Calder bus strike called off")
    assert [OFF, terms] == told(early, late, before=STRIKE)[1]


def test_a_story_that_goes_on_has_one_line_while_others_have_news():
    """With room for three lines, a new story has two of them."""
    desk = Desk(config("wire", "echo", briefing={"length": 3}))
    desk.brief(item("wire", STRIKE, title="Bus drivers to strike on Friday"))
    terms = "Drivers will get 4 percent more from January and a longer break between two shifts."
    late = item("wire", f"{OFF} {terms}", day=2, title="Calder bus strike called off")
    fire = item("echo", FIRE, day=2, title="Factory fire in Brenn kills six workers")
    entries = desk.brief(late, fire, day=2).paper.entries
    assert {"continuing": 1, "new": 2} == {each.status: len(each.digest.lines) for each in entries}
