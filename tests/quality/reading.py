"""The forty digests that are read by the checklist: `make reading`.

Prints each as an editor sees it, five lines with dates, context and differences as shown, for
docs/reading.md to be filled in by eye. The same forty every time.
"""

from __future__ import annotations

import sys

from summarize import clusters, library
from summarize.model import Digest
from summarize.options import Options
from summarize.pipeline import summarize
from tests.quality.sets import MULTILING, ROOT, required

MULTINEWS = "multinews/dev.jsonl"
EVERY = 12  # of the development file, until there are twenty
MULTILING_IDS = (
    "M000-en", "M002-en", "M004-en", "M000-fr", "M004-fr", "M006-ar", "M002-cs", "M006-el", "M004-he", "M008-hi",
)  # fmt: skip
SAMPLES = ("dam", "election", "deutsch")
OPINOSIS_IDS = ("opinosis-battery-life_amazon_kindle", "opinosis-accuracy_garmin_nuvi_255W_gps")


def digests() -> list[tuple[str, Digest]]:
    """Each id with its digest of five lines."""
    news = clusters.read(str(required(MULTINEWS)))
    chosen = news[::EVERY][:20]
    taken = {cluster.bundle.id for cluster in chosen}
    large = [each for each in news if len(each.bundle.documents) >= 5 and each.bundle.id not in taken][:5]
    other = {each.bundle.id: each for each in clusters.read(str(required(MULTILING)))}
    others = [other[f"ml11-{name}"] for name in MULTILING_IDS]
    opinions = {each.bundle.id: each for each in clusters.read(str(required("opinosis/dev.jsonl")))}
    found = [*chosen, *others, *large, *(opinions[name] for name in OPINOSIS_IDS)]
    told = [(each.bundle.id, summarize(each.bundle, Options())) for each in found]
    return told + [(name, library.summarize([str(ROOT / "samples" / name)])) for name in SAMPLES]


def main() -> None:
    """Print the digests whose id holds one of the arguments; without any, all."""
    for name, digest in digests():
        if not sys.argv[1:] or any(wish in name for wish in sys.argv[1:]):
            print(f"\n=== {name}\n{digest.to_text(width=88)}")


if __name__ == "__main__":
    main()
