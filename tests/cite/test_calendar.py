"""Which days of the calendar a sentence's words name, and when that is not certain."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from summarize.cite.calendar import place
from summarize.model import Span

FRIDAY = datetime(2025, 7, 4, tzinfo=UTC)


def placed(text, published=FRIDAY, language="en"):
    """Each phrase that was placed with its day, as "Thursday 3"."""
    return [f"{each.span.of(text)} {each.day.day}" for each in place(text, published, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met on Thursday.", ["Thursday 3"]),
        ("The council met on Friday.", ["Friday 4"]),
        ("The bridge was closed on Thursday after cracks were found in it.", ["Thursday 3"]),
        ("The painter died Wednesday after a long illness.", ["Wednesday 2"]),
        ("The bridge was closed late Wednesday.", ["Wednesday 2"]),
        ("On Monday night, police arrested two men.", ["Monday night 30"]),
        ("The governor said Tuesday that the dam would hold.", ["Tuesday 1"]),
        ("The council will meet on Monday.", ["Monday 7"]),
        ("The vote is scheduled for Tuesday.", ["Tuesday 8"]),
        ("It was announced Thursday that he will be sworn in Tuesday.", ["Thursday 3", "Tuesday 8"]),
        ("The dam broke yesterday, and work begins tomorrow.", ["yesterday 3", "tomorrow 5"]),
        ("Yesterday’s flood reached the mill.", ["Yesterday 3"]),
        ("The minister resigned this morning.", ["this morning 4"]),
        ("The mayor resigned today.", ["today 4"]),
        ("Shots were heard last night.", ["last night 3"]),
        ("It was signed on Wednesday last week.", ["Wednesday last week 25"]),
        ("It will be signed on Monday next week.", ["Monday next week 7"]),
        ("It opened this past Tuesday.", ["this past Tuesday 1"]),
        ("It opened last Saturday.", ["last Saturday 28"]),
        ("A jury on Thursday found the former mayor guilty.", ["Thursday 3"]),
        ("The firm on Tuesday sharply cut its forecast.", ["Tuesday 1"]),
        ("The bank agreed on Wednesday to buy its rival.", ["Wednesday 2"]),
    ],
)
def test_certain_days_are_placed(text: str, expected: list[str]):
    """A day is found by the verb it hangs on, counted from Friday 4 July 2025."""
    assert expected == placed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet on Friday.",  # today, or in a week
        "It opened this past Friday.",
        "The match on Thursday was called off.",  # maybe the one to come
        "The road was closed Thursday to Saturday.",
        "It was held on Thursday to 5 July.",
        "It opened on the Thursday after the flood.",
        "It opened on Thursday after next.",
        "It opened on Thursday after Easter.",
        "It opened last Thursday.",  # yesterday, or eight days ago
        "It closes next Saturday.",  # tomorrow, or in eight days
        "Talks would resume on Tuesday.",  # seen from when it was said
        "Monday's attack shocked the town.",
        "The deadline is Monday.",
        "By Thursday the water had gone.",
        "The market opened every Thursday.",
        "Shops closed from Monday to Wednesday.",
        "It happened on the Monday before the vote.",
        "Shoppers queued on Black Friday.",
        "It was reported in the Sunday Times.",
        "The team won on Monday Night Football.",
        "She spoke on Thursday, July 3.",
        "In 2019 the river rose on a rainy day and fell on Monday.",
        "In March the council met on Thursday.",
        "“It broke on Thursday,” said a neighbour.",
        "``It broke on Thursday,'' said a neighbour.",
        "It broke on Thursday,'' said a neighbour.",
        "It broke on Thursday,” said a neighbour.",
        "The mayor could not be reached on Thursday.",
        "Today, the firm employs forty people.",
        "It is the house of tomorrow.",
        "A street named Tomorrow was flooded.",
        "It rained on the day before yesterday.",
        "The cat sat on the mat and the sun shone.",
        "The covered market opens on Saturday.",
        "Two injured workers return on Friday.",
    ],
)
def test_what_could_be_two_days_is_none(text: str):
    """No phrase is placed by a guess."""
    assert [] == placed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union called off the strike planned for Thursday.", [4]),
        ("The union dropped plans for a walkout on Thursday.", []),
        ("Police prepared for the march announced for Saturday.", [6]),
        ("The captain was ruled out of the final on Saturday.", []),
        ("The match scheduled for Saturday was moved.", [6]),
        ("The minister cancelled a visit set for Friday.", [5]),
        ("The court postponed the hearing due on Thursday.", []),
        ("He was left out of the squad for the game on Saturday.", []),
        ("The company abandoned its bid for the port on Monday.", []),
        ("The minister said on Tuesday that the dam holds.", [2]),
        ("Shares fell on Tuesday.", [2]),
        ("The council met on Monday.", [1]),
        ("Two men were arrested on Monday.", [1]),
        ("The bridge was closed late Tuesday.", [2]),
        ("The ferry sank on Saturday.", [30]),
        ("The council will vote on Thursday.", [4]),
        ("The vote is scheduled for Thursday.", [4]),
        ("The vote was scheduled for Thursday.", []),
        ("She missed the meeting on Monday.", []),
        ("The union threatened a strike on Thursday.", []),
        ("They agreed to a ceasefire on Friday.", []),
        ("The party chose its candidate for the vote on Sunday.", []),
        ("Fans bought tickets for the concert on Saturday.", []),
        ("The storm delayed the launch on Friday.", []),
        ("On Tuesday the minister resigned.", [2]),
        ("On Monday night, police arrested two men.", [1]),
        ("The mayor warned of rain on Thursday.", []),
        ("He was invited to a dinner on Friday.", []),
        ("The club sacked its coach before the derby on Saturday.", []),
        ("The strike will begin on Friday.", [5]),
        ("Swimmers may return on Friday.", []),
        ("The fire broke out on Sunday.", [31]),
        ("The fire started early on Sunday morning.", [31]),
        ("The talks planned for Thursday collapsed on Thursday.", [28]),
        ("The owner announced on Tuesday that the strike planned is off.", [2]),
        ("They prepared for the funeral on Friday.", []),
        ("He was named in the team for Saturday.", []),
        ("The opening is set for Saturday.", [6]),
        ("Protesters marched in the capital on Tuesday.", [2]),
        ("The army seized the town on Tuesday.", [2]),
        ("The union cancelled the walkout on Thursday.", []),
        ("Police closed the road for the procession on Sunday.", []),
        ("The mayor opposed the parade through the old town on Saturday.", []),
        ("The council gave permission for a fair in the park on Sunday.", []),
        ("He won a place in the final on Saturday.", []),
        ("He won the final on Saturday.", [30]),
        ("The party won the parliamentary election in Marland on Sunday.", [31]),
        ("The party held a rally in Marland before the election on Sunday.", []),
        ("The club sold out its home opener on Saturday.", []),
        ("The singer pulled out of a show in Port Elm on Friday.", []),
        ("Parliament approved a debate on Thursday.", []),
        ("The minister said in an interview on Friday that the dam holds.", [29]),
        ("She said in a radio interview with the Herald on Friday that she would stay.", [29]),
        ("The engineer told the council at a hearing on Monday that the dam holds.", [1]),
        ("He told reporters during the visit on Tuesday that he was content.", [2]),
        ("He testified at a hearing on Monday.", [1]),
        ("He said police expect trouble at the game on Saturday.", []),
        ("She said in an interview police expect trouble on Friday.", []),
        ("He said at talks before the final on Saturday that he was content.", []),
        ("She told of plans for the hearing on Friday.", []),
        ("He spoke about the meeting on Friday.", []),
        ("He missed an interview on Friday.", []),
    ],
)
def test_a_weekday_is_of_what_it_hangs_on(text: str, expected: list[int]):
    """Counted from Wednesday 3 June 2026: what is planned for a day is to come, a noun's day is nobody's."""
    wednesday = datetime(2026, 6, 3, tzinfo=UTC)
    assert expected == [each.day.day for each in place(text, wednesday, "en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that on Thursday the bridge would open.", [12]),
        ("The mayor said that on Thursday the bridge opened.", [5]),
        ("The mayor said that on Monday the bridge was closed for repairs.", [9]),
        ("The mayor said that on Friday the bridge was going to be closed.", [13]),
        ("The mayor said that on Friday the bridge was to be closed.", [13]),
        ("The mayor said that on Friday the bridge is to be closed.", [13]),
        ("The mayor said that on Friday the bridge will be closed.", [13]),
        ("The mayor said that on Friday she might resign.", [13]),
        ("The mayor said that on Friday she must appear before the council.", [13]),
        ("The mayor said that on Friday she might have resigned.", []),
        ("The mayor said that on Friday she should have resigned.", []),
        ("The mayor said that on Friday she could not sleep.", []),
        ("The mayor said that on Tuesday the bridge would open.", []),
        ("The mayor said that on Wednesday the bridge would open.", []),
        ("The mayor had said that on Friday the bridge would open.", []),
        ("The mayor said last week that on Friday the bridge would open.", []),
        ("The mayor said on Monday that on Friday the bridge would open.", [9]),
        ("The mayor told reporters that on Saturday the square would be closed.", [14]),
        ("The witness told the court that on Saturday he would often drink.", []),
        ("Trains stopped on Monday and on Thursday will run again.", [12]),
        ("Trains stopped, and on Thursday they will run again.", [12]),
        ("He was arrested in Lorne and on Monday was freed.", [9]),
        ("Shares fell on Monday, but on Tuesday they rose again.", [9, 10]),
        ("She flew to Vega, where on Sunday she met the president.", [8]),
        ("She flies to Vega, where on Sunday she will meet the president.", [15]),
        ("The firm, which on Monday cut 40 jobs, said it was sorry.", [9]),
        ("The firm, which on Friday will publish its results, said it was calm.", [13]),
        ("He stayed at home because on Monday the schools were shut.", [9]),
        ("The club said that on Saturday it was playing Real Vega.", []),
        ("Organisers promised that on Sunday the gates would open at nine.", [15]),
        ("The airline warned that on Friday flights cancelled by the storm would not be replaced.", []),
        ("Police said that on Sunday officers shot a man in the leg.", [8]),
        ("Police said that late on Sunday officers shot a man in the leg.", [8]),
        ("Police said that early on Friday they would reopen the road.", [13]),
        ("The army said that on Monday its planes had bombed two villages.", [9]),
        ("The bank confirmed that on Friday it would publish its results.", [13]),
        ("The bank confirmed that, on Friday, it would publish its results.", [13]),
        ("The minister wrote that on Saturday her staff would move to Lorne.", [14]),
        ("The doctor said that on Monday the patient, who was 80, would go home.", []),
        ("It emerged that on Monday the two men met in a hotel.", [9]),
        ("The company said it closed the site so that on Thursday workers could rest.", []),
        ("The union decided that on Thursday, if talks failed, its members would strike.", []),
        ("The court heard that on Sunday the accused would visit his aunt.", []),
        ("The court heard that on Sunday the accused drove to the river.", [8]),
        ("The team said that on Sunday its captain, injured in May, would play.", []),
        ("He said that on Thursday evening the family would hold a vigil.", [12]),
        ("She said that on Thursday last week the family held a vigil.", [5]),
        ("Officials expected that on Saturday the water would reach the city.", [14]),
        ("The coach said that on Sunday his players were exhausted.", [8]),
        ("The coach said that on Sunday his players were facing Vega.", []),
        ("The president announced that on Friday flags would fly at half-mast.", [13]),
        ("The president announced earlier that on Friday flags would fly at half-mast.", []),
        ("The regulator ruled that on Monday the firm broke the law.", [9]),
        ("The regulator ruled that on Monday the firm must hand over its books.", [16]),
        ("Neighbours said that on Saturday there would be a party in the street.", [14]),
        ("The ship left Lorne and on Saturday will reach Vega.", [14]),
        ("The ship left Lorne and on Saturday would reach Vega.", []),
        ("A spokesman said that on Tuesday the talks resumed in Geneva.", [10]),
        ("A spokesman said that on Thursday the talks were due to resume in Geneva.", [12]),
    ],
)
def test_a_weekday_that_opens_a_clause_is_of_that_clause(text: str, expected: list[int]):
    """Counted from Wednesday 11 November 2026: "said that on Thursday it would" is to come."""
    wednesday = datetime(2026, 11, 11, tzinfo=UTC)
    assert expected == [each.day.day for each in place(text, wednesday, "en")]


def test_what_was_planned_for_a_day_long_off_may_be_past():
    """On a Wednesday, a strike planned for Monday may be that of two days ago."""
    assert [] == placed(
        "The union called off the strike planned for Monday.", datetime(2026, 6, 3, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Brücke wurde gestern gesperrt.", ["gestern 3"]),
        ("de", "Der Rat tagte am vergangenen Montag.", ["vergangenen Montag 30"]),
        ("de", "Der Rat tagte am Montag.", []),
        ("fr", "Le pont a été fermé hier.", ["hier 3"]),
        ("fr", "Le conseil s'est réuni lundi dernier.", ["lundi dernier 30"]),
        ("fr", "Il pense au monde de demain.", []),
        ("es", "El puente se cerró ayer.", ["ayer 3"]),
        ("it", "Il ponte è stato chiuso ieri.", ["ieri 3"]),
        ("pt", "A ponte foi fechada ontem.", ["ontem 3"]),
        ("nl", "De brug ging gisteren dicht.", ["gisteren 3"]),
        ("ru", "Мост закрыли вчера.", ["вчера 3"]),
        ("cs", "Most byl včera uzavřen.", ["včera 3"]),
        ("el", "Η γέφυρα έκλεισε χθες.", ["χθες 3"]),
        ("he", "הגשר נסגר אתמול.", ["אתמול 3"]),
        ("hi", "पुल कल बंद हुआ।", []),
        ("zh", "桥昨天关闭。", []),
    ],
)
def test_other_languages_have_the_words_that_leave_no_choice(language: str, text: str, expected: list[str]):
    """Tense is read in English only; "kal" is yesterday and tomorrow."""
    assert expected == placed(text, language=language)


def test_without_a_date_nothing_is_placed():
    """A source that does not say when it was published gets no dates."""
    assert () == place("The council met on Thursday.", None, "en")


def test_a_time_in_utc_may_be_of_two_days():
    """At two in the morning in UTC it is still the day before in America; the weekday is the same for both."""
    night = datetime(2025, 7, 5, 2, tzinfo=UTC)
    assert [] == placed("The dam broke yesterday.", night)
    assert ["Thursday 3"] == placed("The dam broke on Thursday.", night)
    assert ["Friday 4"] == placed("The dam broke on Friday.", night)


def test_a_time_with_a_zone_is_of_one_day():
    """Where the source gives its zone, the day is its own."""
    night = datetime(2025, 7, 4, 23, tzinfo=timezone(timedelta(hours=-4)))
    assert ["yesterday 3"] == placed("The dam broke yesterday.", night)


def test_years_turn():
    """A weekday early in January is found in December."""
    [phrase] = place("The dam broke on Tuesday.", datetime(2026, 1, 2, tzinfo=UTC), "en")
    assert (Span(17, 24), date(2025, 12, 30)) == (phrase.span, phrase.day)


@pytest.mark.parametrize(
    ("hour", "phrase", "expected"),
    [
        (3, "on Friday", []),
        (8, "on Friday", ["Friday 4"]),
        (8, "on Friday morning", ["Friday morning 4"]),
        (8, "on Friday afternoon", []),
        (8, "late Friday", []),
        (18, "on Friday afternoon", ["Friday afternoon 4"]),
        (18, "late Friday", ["Friday 4"]),
    ],
)
def test_what_was_done_on_the_weekday_that_it_is(hour: int, phrase: str, expected: list[str]):
    """It was done today, where that time of day has come; in the small hours it may be a week ago."""
    moment = datetime(2025, 7, 4, hour, tzinfo=timezone(timedelta(hours=2)))
    assert expected == placed(f"The dam broke {phrase}.", moment)
