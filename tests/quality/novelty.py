"""How well it is told what was told before, and what has changed: `python -m tests.quality.novelty`.

`told_labels.tsv` holds pairs of sentences of different outlets, as `relation_labels.tsv` does, and what one
reader said: who has read B, is A worth a line to them? Both samples lie where the rule for citations says
no and nothing else bars the pair (no other figure, name or denial). The first is the labelled pairs of
`relation_labels.tsv` of that kind, by which the score for wording was chosen; the second was drawn afterwards, of
other sentences, and labelled before any threshold was tried on it. What the citation rule takes is told, and is
counted from `relation_labels.tsv`, where a partial repetition counts against it.

`update_labels.tsv` holds all pairs of figures of the development bundles that clash by the rule for differences between
papers, by where they begin in A and B, and whether a reader of B would take A's for the same value, changed.
The rules of `cite.updates` were made with them: expect less elsewhere.

`change_pairs.tsv` holds sentences made up for this: two of one story on two days in seven languages, and the value that
is another, if one is. The rules of `cite.tolls` were made with the open half; the blind one was counted when they were done. The other two halves
are of money, shares, votes, dates and things that are counted, for `cite.updates`, and the last two of cases, fires and
held in five languages, Czech among them; they were used in the same way, and so were those of rivals: two stuffs, years, rates or bodies that
look like one value changed, and changes that were missed beside them.

`news_pairs.tsv` holds sentences made up for `cite.deeds`, two on one subject in four languages, and whether the later
one, which opens its article, is news. The rules were made with the open half; the blind one and that of names, in
which little but names and things is shared or all but the deed, were counted when they were done. Those of slots
differ in one word, or in nothing that matters.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize import novelty, pipeline
from summarize.cite.relation import ECHOED, echoes
from summarize.cite.updates import updates
from summarize.earlier import Earlier
from summarize.model import Document, Span
from summarize.options import Options
from summarize.text import table
from summarize.witness import Witness
from tests.quality.relations import Place, bundles
from tests.quality.sets import DATA, required

LABELS = Path(__file__).parent / "told_labels.tsv"
MADE_UP = Path(__file__).parent / "change_pairs.tsv"
NEWS = Path(__file__).parent / "news_pairs.tsv"
UPDATES = Path(__file__).parent / "update_labels.tsv"
THRESHOLDS = (0.9, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45)


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair. said: at which of the thresholds the rule says that A was told."""

    sample: str
    told: bool
    said: frozenset[float]


def judged(data: Path) -> Iterator[Judged]:
    """Every labelled pair with its answers."""
    documents = bundles(data)
    with LABELS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            said = _said(documents[row["bundle"]], _places(row))
            yield Judged(row["sample"], row["told"] == "yes", said)


def _places(row: dict[str, str]) -> list[Place]:
    return [(int(row[x]), int(row[f"{x}.start"]), int(row[f"{x}.end"])) for x in ("a", "b")]


def _said(bundle: Sequence[Document], places: Sequence[Place]) -> frozenset[float]:
    witness, a, b, similarity = _pair(bundle, places)
    pair = witness.statement(b), witness.statement(a), similarity
    return frozenset(each for each in THRESHOLDS if echoes(*pair, weight=witness._rarity, least=each))


def _pair(bundle: Sequence[Document], places: Sequence[Place]) -> tuple[Witness, int, int, float]:
    """Two sentences as rows of their bundle, and how alike they are."""
    spans = [(place, Span(start, end)) for place, start, end in places]
    known = [pipeline.in_language(document, None) for document in bundle]
    rows, (a, b) = table.with_sentences(table.build(known), spans)
    material = pipeline._prepared(rows, Options())
    return Witness(material), a, b, min(float(material.similarity[a, b]), 1.0)


def changed(data: Path) -> Iterator[tuple[bool, bool]]:
    """For every labelled pair of figures whether one is the other changed, and whether the rule says so."""
    documents = bundles(data)
    with UPDATES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            witness, a, b, similarity = _pair(documents[row["bundle"]], _places(row))
            found = updates(witness.statement(a), witness.statement(b), similarity)
            wanted = int(row["after"]), int(row["before"])
            yield row["update"] == "yes", wanted in [(new.start, old.start) for new, old in found]


def made_up(half: str) -> Iterator[tuple[bool, bool]]:
    """For every pair of a half whether a value is another, and whether just that, or any, is said to be."""
    with MADE_UP.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["half"] == half:
                document = Document.from_text(row["now"], uri="made-up:", language=row["language"])
                material = pipeline.prepare([document], Options())
                told = [Earlier(row["told"], row["language"])]
                said = novelty.updated(material, told, novelty.against(material, told)).updates
                yield bool(row["after"]), bool(said) and (not row["after"] or _is_said(row, said))


def _is_said(row: dict[str, str], said: Sequence[novelty.Update]) -> bool:
    """Whether all that is said is what the row wants."""
    return all(
        wanted in (printed, "")
        for update in said
        for wanted, printed in ((row["before"], update.before), (row["after"], update.after))
    )


def ledes(half: str) -> Iterator[tuple[bool, bool]]:
    """For every pair of a half whether the later one is news, and whether it is left out as told."""
    with NEWS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["half"] == half:
                document = Document.from_text(row["now"], uri="made-up:", language=row["language"])
                material = pipeline.prepare([document], Options())
                said = [novelty.Earlier(row["told"], row["language"])]
                told = novelty.against(material, said).told & ~novelty.opens_anew(material, said)
                told |= novelty.repeats(material, said) | novelty.within(material, said)
                yield row["news"] == "yes", bool(told.all())


def report(pairs: Sequence[Judged]) -> Iterator[str]:
    """Precision and recall at each threshold, the one in use marked."""
    samples = dict.fromkeys(pair.sample for pair in pairs)
    yield f"{'score':8}" + "".join(f"{f'{name}: P, R':32}" for name in samples)
    for threshold in THRESHOLDS:
        cells = []
        for name in samples:
            mine = [pair for pair in pairs if pair.sample == name]
            found = [pair for pair in mine if threshold in pair.said]
            hits, wanted = sum(pair.told for pair in found), sum(pair.told for pair in mine)
            counts = f"({hits} of {len(found)}, of {wanted})"
            cells.append(f"{hits / max(len(found), 1):.2f} {hits / wanted:.2f} {counts:20}")
        yield f"{threshold:.2f}{'  * ' if threshold == ECHOED else '    '}" + "  ".join(cells).rstrip()


def main() -> None:
    """Print the table."""
    required("multinews/dev.jsonl")
    for line in report(list(judged(DATA))):
        print(line)
    pairs = list(changed(DATA))
    hits, found, wanted = (sum(map(f, pairs)) for f in (all, lambda pair: pair[1], lambda pair: pair[0]))
    print(f"updates of {len(pairs)} figures that clash: {found} said, {hits} of them true, of {wanted}")
    for half in (
        "open",
        "blind",
        "things, open",
        "things, blind",
        "languages, open",
        "languages, blind",
        "rivals, open",
        "rivals, blind",
        "figures",
    ):
        made = list(made_up(half))
        hits, false = sum(map(all, made)), sum(said and not wanted for wanted, said in made)
        print(
            f"made up, {half}: {hits} of {sum(wanted for wanted, _ in made)} changes said, {false} of "
            f"{sum(not wanted for wanted, _ in made)} others"
        )

    for half in ("open", "blind", "names", "slots"):
        told = list(ledes(half))
        swallowed, again = sum(map(all, told)), sum(each and not new for new, each in told)
        print(
            f"ledes made up, {half}: {swallowed} of {sum(new for new, _ in told)} news left out, {again} of "
            f"{sum(not new for new, _ in told)} repetitions"
        )


if __name__ == "__main__":
    main()
