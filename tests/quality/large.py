"""What one very large story takes: `python -m tests.quality.large`.

The digest of 500 and of 2,000 invented reports of one event, by the command; and a briefing of two days of one
story of 15 reports of 63 sentences each, sorted by force, by sentences and by minutes.
"""

import json
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from summarize.briefing import coverage, drafts, telling
from summarize.briefing.memory import Told
from summarize.model import Bundle, Document
from tests.briefing.desk import config, morning
from tests.quality.bench import run
from tests.quality.chronicle import Event


def digests(counts):
    """Seconds of CPU and peak MB of digests of so many reports, by five sentences and by 250 words."""
    for count in counts:
        event = Event()
        with tempfile.TemporaryDirectory() as folder:
            lines = (json.dumps({"id": str(number), "title": event.headline(), "text": event.report(14),
                                 "source": f"Outlet {number}", "language": "en"}) for number in range(count))  # fmt: skip
            Path(folder, "event.jsonl").write_text("\n".join(lines))
            for length in (["-n", "5"], ["-w", "250"]):
                seconds, megabytes, _ = run(["digest", *length, "event.jsonl"], folder)
                print(
                    f"{count:5} reports, {' '.join(length):6} {seconds:6.1f} s CPU {megabytes:5.0f} MB",
                    flush=True,
                )


def briefings(reports, sentences, **budget):
    """Seconds of CPU of two days of a briefing of one story."""
    settings, event, told = config(briefing=budget).briefing, Event(), []
    for day in (1, 2):
        texts = [
            replace(
                Document.from_text(event.report(sentences), title=event.headline(), uri=f"made-up:{day}/{number}"),
                published=morning(day) - timedelta(hours=8, minutes=number), publisher=f"Outlet {number}",
                language="en",
            )
            for number in range(reports)
        ]  # fmt: skip
        story = coverage.Story(
            Bundle("event", tuple(texts), texts[0].title),
            reports,
            float(reports),
            (),
            {1: 3} if day > 1 else {},
        )
        begun = time.process_time()
        [(draft, entry)] = telling.tell(drafts.draft([story], told), settings)
        seconds = time.process_time() - begun
        print(f"day {day} of {reports} reports of {sentences} sentences, {budget}: {len(entry.digest.lines)} lines,"
              f" {seconds:.1f} s CPU", flush=True)  # fmt: skip
        by_uri = {each.uri: each for each in texts}
        for line in entry.digest.lines:
            first = line.citations[0]
            told.append(
                Told(1, draft.label, morning(1).date(), morning(day).date(), day, line.text,
                     by_uri[first.source.uri], first.span, draft.label)
            )  # fmt: skip
        event.goes_on()


def main():
    """All of it."""
    digests((500, 2000))
    briefings(15, 63, length=20, stories=5)
    briefings(15, 63, minutes=3.0)


if __name__ == "__main__":
    main()
