"""Days of a briefing without files: items listed, papers composed, and what they said remembered."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from summarize.briefing.compose import compose
from summarize.briefing.config import Config
from summarize.briefing.memory import Item, Told
from summarize.model import Document

FIRST = date(2026, 3, 2)


def morning(day):
    """Half past six of a day; the first is 1."""
    return datetime(2026, 3, 1, 6, 30, tzinfo=UTC) + timedelta(days=day)


def item(outlet, text, *, day=1, title=None, place=None, language="en", hours=8, **about):
    """An article of an outlet, published some hours before the day's briefing."""
    published = morning(day) - timedelta(hours=hours)
    known = {"title": title, "publisher": outlet.title(), "published": published, "language": language}
    address = (
        f"https://{outlet.replace(' ', '-')}.example/{day}/{len(text)}-{sum(map(ord, text + (title or '')))}"
    )
    document = Document.from_text(text, uri=address, **(known | about))
    return Item(place or f"https://{outlet.replace(' ', '-')}.example/feed", document, published)


def config(*outlets, **tables):
    """A configuration of feeds by outlet; tables: the other tables of the file."""
    sources = [
        {"url": f"https://{each.replace(' ', '-')}.example/feed", "name": each.title()} for each in outlets
    ]
    return Config.model_validate({"source": sources or [{"url": "https://herald.example/feed"}], **tables})


class Desk:
    """Briefings day after day, each knowing what those before it said, as the state would tell it."""

    def __init__(self, settings=None):
        self.settings = settings or config()
        self.told = []
        self.stories = 0
        self.briefings = 0
        self.until = None
        self.papers = []
        self.waiting = []

    def brief(self, *items, day=1, **given):
        """The paper of a day, remembered; of its items, and of those that the one before had no room for."""
        until = morning(day)
        items = (*items, *self.waiting)
        made = compose(
            items, self.told, self.settings, day=until.date(), since=self.until, until=until, **given
        )
        self.until = until
        self.briefings += 1
        texts = {(each.source, each.document.id): each.document for each in items}
        for story in made.stories:
            number, first = story.number, until.date()
            if number is None:
                self.stories += 1
                number, label = self.stories, story.label
            else:
                known = next(each for each in self.told if each.story == number)
                first, label = known.first_day, known.label
            self.told += [
                Told(
                    number, label, first, until.date(), self.briefings, each.text,
                    texts[each.source, each.item], each.span, story.label,
                )
                for each in story.sentences
            ]  # fmt: skip
        self.waiting = [
            replace(each, named=True) for each in items if (each.source, each.document.id) in made.named
        ]
        self.papers.append(made.paper)
        return made
