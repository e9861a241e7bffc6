"""The page that tells the story: documents in, digest out.

`study` walks a bundle through the stages and keeps what each found; `summarize` is its last page,
`explanation` reads the rest. No clock, no randomness, no network: the same bundle and options give
the same digest, whatever order the documents came in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarize import __version__, assembly, exchange, quoting
from summarize.cite import citations
from summarize.model import (
    Bundle,
    Digest,
    Document,
    Failure,
    Pick,
    Ranking,
    Relation,
    SentenceTable,
    Span,
    in_order,
)
from summarize.options import DEFAULT_METHOD, Options
from summarize.rank import (
    acronyms,
    candidates,
    concepts,
    embedding,
    graph,
    methods,
    openings,
    order,
    surnames,
    vectors,
)
from summarize.rank.embedding import Encoder
from summarize.rank.forward import forward
from summarize.rank.material import Material, one_per_text, places, representatives
from summarize.text import language, origins, quotations, table, terms
from summarize.witness import Witness

# Languages in which a sentence's position was measured to count little (English newswire
# against six other languages of MultiLing); in all others position is steep until measured.
FLAT = frozenset({"en"})
# How many times the longest sentence that may be quoted one without an end is; chosen by eye.
_ENDLESS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """Everything a digest was made from. picks[i] and supports[i] are behind the digest's line i."""

    options: Options
    material: Material
    ranking: Ranking
    picks: tuple[Pick, ...]
    supports: tuple[tuple[citations.Support, ...], ...]
    digest: Digest


def summarize(
    bundle: Bundle,
    options: Options | None = None,
    *,
    skipped: Sequence[Failure] = (),
    inputs: Sequence[str] = (),
    encoder: Encoder | None = None,
) -> Digest:
    """The digest of one story, never an exception: with nothing to quote it is empty and says why.

    skipped: sources that were asked for and could not be read, to be listed with the digest.
    inputs: the names the documents were read from, kept in the manifest so that `verify` finds them.
    encoder: whose embeddings say how alike sentences are, for ranking (`rank.embedding`).
    """
    return study(bundle, options or Options(), skipped=skipped, inputs=inputs, encoder=encoder).digest


def study(
    bundle: Bundle,
    options: Options,
    *,
    skipped: Sequence[Failure] = (),
    inputs: Sequence[str] = (),
    encoder: Encoder | None = None,
) -> Study:
    """Walk a bundle through the stages: text, rank, cite."""
    material = prepare(bundle.documents, options)
    method = methods.METHODS[options.method]
    if encoder is None:
        return tell(bundle, material, options, method, skipped=skipped, inputs=inputs)
    method = embedding.through(encoder, method)
    made = tell(bundle, material, options, method, skipped=skipped, inputs=inputs)
    manifest = {**made.digest.manifest, "encoder": type(encoder).__qualname__}
    return replace(made, digest=replace(made.digest, manifest=manifest))


def tell(
    bundle: Bundle,
    material: Material,
    options: Options,
    method: methods.Method,
    *,
    skipped: Sequence[Failure] = (),
    inputs: Sequence[str] = (),
) -> Study:
    """The later stages, rank and cite, of a bundle already prepared; several methods may share it."""
    witness = Witness(material)
    if options.support > 1:
        material = replace(material, candidate=witness.supported(options.support))
    ranking, picks = pick(material, options, method, witness)
    return cite(bundle, material, options, ranking, picks, witness, skipped=skipped, inputs=inputs)


def pick(
    material: Material, options: Options, method: methods.Method, witness: Witness
) -> tuple[Ranking, tuple[Pick, ...]]:
    """What is to be told, in the order of the lines; for callers who ask again before they cite."""
    ranking, picks = method(material, options)
    if options.method == DEFAULT_METHOD and options.budget.unit == "sentences" and not options.query:
        picks = exchange.better_carried(picks, ranking, material, witness)
    if options.order is None:
        return ranking, forward(picks, material)
    return ranking, order.ORDERS[options.order](picks, material.table)


def cite(
    bundle: Bundle,
    material: Material,
    options: Options,
    ranking: Ranking,
    picks: tuple[Pick, ...],
    witness: Witness,
    *,
    skipped: Sequence[Failure] = (),
    inputs: Sequence[str] = (),
) -> Study:
    """The picks as a digest: who else says them, who disagrees, and whom each line speaks of."""
    rows = [pick.row for pick in picks]
    supports, disputes = witness.supports(rows), witness.disputes(rows)
    contexts = openings.contexts(rows, material)
    short = acronyms.expansions(rows, contexts, material.table)
    names = surnames.introductions(rows, contexts, material.table)
    spelt = [(*both[0], *both[1]) for both in zip(short, names, strict=True)]
    cited = [support.row for line in supports for support in line]
    cited += [row for dispute in disputes for row in dispute.rows]
    cited += [each.row for line in spelt for each in line]
    numbered = assembly.number(material, cited)
    lines = assembly.lines(picks, supports, contexts, spelt, ranking, material, numbered)
    digest = Digest(
        bundle=bundle.id,
        title=options.title or bundle.title,
        language=main_language(material.table.documents),
        lines=lines,
        sources=tuple(numbered.values()),
        differences=assembly.differences(disputes, material.table, numbered),
        skipped=(
            *sorted(skipped, key=lambda failure: failure.place),
            *assembly.unquotable(material.table),
            *(() if lines else _silence(material, options)),
        ),
        notes=assembly.unmet(material, picks, options),
        manifest={
            "version": __version__,
            "method": options.method,
            "options": options.to_manifest(),
            "inputs": sorted(inputs),
        },
    )
    return Study(options, material, ranking, picks, supports, digest)


def prepare(documents: Sequence[Document], options: Options) -> Material:
    """The sentences of a bundle with everything that ranking asks about them."""
    known = [in_language(document, options.language) for document in in_order(documents)]
    return _prepared(table.build(known), options)


def _prepared(rows: SentenceTable, options: Options) -> Material:
    once: dict[str, str] = {}  # a text that many rows print is kept once
    texts = [once.setdefault(text, text) for text in rows.texts()]
    languages = [document.language for document in rows.documents]
    main = main_language(rows.documents)
    read = terms.number(texts, [languages[place] for place in rows.document.tolist()])
    words = np.fromiter(map(candidates.words, texts), np.int64, len(texts))
    quoted = np.fromiter(map(quoting.quotes, texts), bool, len(texts))
    representative = representatives(texts)
    chosen = candidates.choose(
        texts,
        words,
        rows.eligible & _whole(rows, quoted, options),
        min_words=options.min_words,
        max_words=options.max_words,
    )
    said, begins = read.telling()
    vocabulary = read.stems[: int(said.max(initial=-1)) + 1]
    unit = vectors.weighed(vectors.tallied(said, begins, len(vocabulary)))
    return Material(
        table=rows,
        origins=origins.group(rows.documents, words=_quotable(rows, read)),
        said=said,
        begins=begins,
        concepts=concepts.count(read.stem, read.content, read.starts, read.stems),
        words=words,
        characters=np.fromiter(map(len, texts), np.int64, len(texts)),
        quoted=quoted,
        vectors=unit,
        vocabulary=vocabulary,
        similarity=graph.cosines(unit),
        representative=representative,
        candidate=one_per_text(chosen, representative),
        place=places(rows),
        flat=np.array([code in FLAT for code in languages], bool)[rows.document],
        budget=options.budget,
        query=terms.extract(options.query or "", language=main),
        stem=terms.stemmer(main),
    )


def _whole(rows: SentenceTable, quoted: NDArray[np.bool_], options: Options) -> NDArray[np.bool_]:
    """Rows that hold no part of a longer quotation: (n,) bool; all, where that would leave nothing.

    A budget of sentences gets lines of one, if it can; otherwise each costs what it holds.
    """
    whole = np.ones(len(rows), bool)
    first = np.searchsorted(rows.document, np.arange(len(rows.documents) + 1))
    for document, (start, end) in zip(rows.documents, pairwise(first.tolist()), strict=True):
        if marked := np.flatnonzero(quoted[start:end]).tolist():
            spans = list(map(Span, rows.start[start:end].tolist(), rows.end[start:end].tolist()))
            whole[[start + each for each in quotations.cut(document.text, spans, marked)]] = False
    if options.budget.unit == "sentences":
        whole &= rows.sentences == 1
    return whole if (whole & rows.eligible).any() else np.ones(len(rows), bool)


def in_language(document: Document, code: str | None) -> Document:
    """The document with a language: the one given, its own, or the one detected, in that order."""
    return replace(document, language=code or document.language or language.detect(document.text))


def main_language(documents: Sequence[Document]) -> str | None:
    """The language of most documents; of equals, the first."""
    known = Counter(document.language for document in documents if document.language)
    return known.most_common(1)[0][0] if known else None


def relation(documents: Sequence[Document], a: tuple[int, int, int], b: tuple[int, int, int]) -> Relation:
    """How sentence B stands to sentence A; see `summarize.relation`."""
    spans = [(place, Span(start, end)) for place, start, end in (a, b)]
    for place, span in spans:
        if not (0 <= place < len(documents) and span.end <= len(documents[place].text) and len(span)):
            raise ValueError(f"no sentence at [{span.start}, {span.end}) of document {place}")
    known = [in_language(document, None) for document in documents]
    rows, places = table.with_sentences(table.build(known), spans)
    material = _prepared(rows, Options())
    witness = Witness(material)
    return witness.relation(*places)


def _quotable(rows: SentenceTable, read: terms.Numbered) -> list[NDArray[np.int32]]:
    """For each document, the words of what may be quoted: litter makes no reprint."""
    row = np.repeat(np.arange(len(rows)), np.diff(read.starts))
    kept = rows.eligible[row]
    edges = np.searchsorted(rows.document[row[kept]], np.arange(len(rows.documents) + 1))
    plain = read.plain[kept]
    return [plain[start:end] for start, end in pairwise(edges.tolist())]


def _silence(material: Material, options: Options) -> tuple[Failure, ...]:
    """Why a digest has no lines although something might have been quoted."""
    if not material.table.eligible.any():
        return ()
    if options.support > 1:
        reason = f"no sentence is said by {options.support} independent origins; ask for less support"
    elif not material.candidate.any():
        shortest = int(material.words[material.table.eligible].min())
        advice = "widen the limits"
        if shortest > _ENDLESS * options.max_words:
            advice = f"the shortest has {shortest:,}: give a text with ends of sentences"
        reason = f"no sentence has {options.min_words} to {options.max_words} words; {advice}"
    else:
        budget = material.budget
        match budget.unit:
            case "characters":
                sizes, unit = material.characters, "characters"
            case "sentences":  # all that is left is quotations of several
                sizes, unit = material.costs()[0].astype(np.int64), "sentences"
            case _:
                sizes, unit = material.words, "words"
        shortest = sizes[material.candidate].min()
        reason = f"no sentence fits {budget.amount:g} {budget.unit}: the shortest has {shortest} {unit}"
    return (Failure("digest", reason),)
