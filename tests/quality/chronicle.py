"""News made up for many days: stories that begin, go on in other words and with other figures, and end.

English in its verbs and frames, invented in its names and things, so that what reads verbs, figures and names
has something to read, and no two stories share what they are about. A seed makes the same days again.
"""

import random
from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta

SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in ("a", "en", "i", "or", "u")]
SUBJECTS = (
    "Officials", "Police", "The council", "Union leaders", "Engineers", "Residents", "The ministry",
    "Rescue workers", "Investigators", "The company", "Judges", "Farmers", "Doctors", "Lawyers", "The mayor",
)  # fmt: skip
ACTS = (
    "closed", "opened", "rejected", "approved", "found", "lost", "sold", "bought", "moved", "blocked", "repaired",
    "cleared", "accused", "defended", "delayed", "cancelled", "searched", "evacuated", "suspended", "restored",
    "inspected", "flooded", "rebuilt", "questioned", "arrested", "released", "praised", "warned", "reached", "left",
)  # fmt: skip
FRAMES = (
    "{who} {act} the {a} {b} of {place} after a dispute over the {c}.",
    "The {a} was {act} on {day} when the {b} near {place} had failed.",
    "{subject} {act} {n} {b}s and a {c} in the district of {place}.",
    "{subject} in {place} said that the {a} had {act} the {b} without a {c}.",
    "A spokesman for {who} said the {b} would not be {act} before the {c} is ready.",
    "The {c} cost {n} million dollars and {act} the {a}, {who} told reporters.",
    "Nobody had {act} the {b} since the {a} came to {place}, according to {who}.",
    "{who}, who {act} the {c} last year, called the {a} of {place} a {b}.",
)
TOLLS = (
    "At least {n} people died in the {a} at {place}.",
    "The death toll of the {a} in {place} has risen to {n}, officials said.",
)
OPENINGS = ("", "", "Late in the evening, ", "According to witnesses, ", "In a statement, ")
LIVES = ((0.80, 1, 1), (0.12, 2, 5), (0.06, 6, 14), (0.02, 15, 40))  # share of all stories, days from and to


@dataclass
class Course:
    """One story: what it is about, and what has been reported. until: its last day. pace: reports a day."""

    number: int
    names: list[str]
    things: list[str]
    until: int
    pace: int
    toll: int
    past: deque[str] = field(default_factory=lambda: deque(maxlen=12))


class Chronicle:
    """The news of one day after another. reports: from and to how many a day."""

    def __init__(self, seed=11, reports=(200, 400)):
        self._chance, self._reports = random.Random(seed), reports
        self._day, self._courses = 0, []
        self._made = 0

    def days(self, count):
        """Of each day the reports, as records, and the numbers of the stories they are of: id is story-day-report.

        The first story goes on from the first day to the last.
        """
        self._courses = [self._course(until=count, pace=6)]
        for self._day in range(count):
            yield self._today(self._chance.randint(*self._reports))

    def _today(self, wanted):
        made = []
        self._courses = [each for each in self._courses if each.until >= self._day]
        for course in self._courses:
            made += self._told(course)
        while len(made) < wanted:
            self._courses.append(self._course())
            made += self._told(self._courses[-1])
        self._chance.shuffle(made)
        return made

    def _course(self, until=None, pace=None):
        chance = self._chance
        [(_, shortest, longest)] = chance.choices(LIVES, [share for share, *_ in LIVES])
        life = chance.randint(shortest, longest)
        self._made += 1
        return Course(
            self._made,
            [self._word().capitalize() for _ in range(5)],
            [self._word() for _ in range(24)],
            self._day + life - 1 if until is None else until,
            pace or min(int(chance.paretovariate(1.1)) + (life > 5), 40),
            chance.randint(2, 60) if chance.random() < 0.2 else 0,
        )

    def _word(self):
        return "".join(self._chance.choices(SYLLABLES, k=self._chance.randint(2, 4)))

    def _told(self, course):
        """A day's reports of a story: its facts of the day, some of the past, each in words of its own."""
        chance, facts = self._chance, [self._sentence(course) for _ in range(4)]
        if course.toll:
            course.toll += chance.randint(0, 5)
            facts[0] = self._sentence(course, chance.choice(TOLLS))
        past = list(course.past) or [self._sentence(course) for _ in range(5)]
        course.past.extend([*past, *facts] if not course.past else facts)
        made = []
        for number in range(max(1, chance.randint(course.pace // 2, course.pace))):
            body = [self._varied(each) for each in chance.sample(facts[1:], 2)]
            body += [self._varied(each) for each in chance.sample(past, min(3, len(past)))]
            body += [self._sentence(course) for _ in range(4)]
            place, thing, (other, another) = (
                course.names[0],
                course.things[0],
                chance.sample(course.things[1:8], 2),
            )
            headline = f"{place} {thing}: {other} {another} {chance.choice(ACTS)}"
            text = " ".join([self._varied(facts[0]), *body])
            made.append({"id": f"{course.number}-{self._day}-{number}", "title": headline, "text": text})
        return made

    def _sentence(self, course, frame=None):
        chance = self._chance
        a, b, c = chance.sample(course.things, 3) if frame is None else course.things[:3]
        place, first, *others = course.names
        return (frame or chance.choice(FRAMES)).format(
            who=f"{first} {chance.choice(others)}", place=place, a=a, b=b, c=c,
            act=chance.choice(ACTS), subject=chance.choice(SUBJECTS),
            n=course.toll if frame else chance.randint(2, 900),
            day=chance.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
        )  # fmt: skip

    def _varied(self, sentence):
        """A sentence as it is, or with another opening."""
        opening = self._chance.choice(OPENINGS)
        if not opening:
            return sentence
        first = sentence.split()[0]
        common = first in ("The", "A", "At", "Nobody", *(each.split()[0] for each in SUBJECTS))
        return opening + (sentence[0].lower() if common else sentence[0]) + sentence[1:]


def listed(reports, morning, outlets=40):
    """The reports of a day by outlet, each with its publisher and the hour of its day."""
    by_outlet = {}
    for number, each in enumerate(reports):
        outlet = number % outlets
        date = morning - timedelta(minutes=10 + number % 1200)
        by_outlet.setdefault(outlet, []).append(
            {**each, "source": f"Outlet {outlet}", "date": date.isoformat(), "language": "en"}
        )
    return by_outlet


class Event:
    """One event, of which each report gives sixty facts in nearly the same words, with a word or two others."""

    def __init__(self, seed=5):
        self._news = Chronicle(seed)
        self._chance = self._news._chance
        self._course = self._news._course(until=0, pace=1)
        self._course.toll = 12
        self._facts = self._sentences(55)

    def goes_on(self):
        """The next day: half of the facts are others, and the toll has risen."""
        self._course.toll += 3
        self._facts = [*self._facts[-30:], *self._sentences(25)]

    def headline(self):
        """One of many."""
        return " ".join([self._course.names[0], *self._chance.sample(self._course.things, 2)])

    def report(self, sentences):
        """A text of so many sentences."""
        return " ".join(self._near(self._chance.choice(self._facts)) for _ in range(sentences))

    def _sentences(self, count):
        tolls = [self._news._sentence(self._course, frame) for frame in TOLLS]
        return [*(self._news._sentence(self._course) for _ in range(count)), *tolls]

    def _near(self, sentence):
        words = sentence.split()
        for _ in range(self._chance.randint(0, 3)):
            words[self._chance.randrange(1, len(words) - 1)] = self._chance.choice(self._course.things)
        return self._news._varied(" ".join(words))
