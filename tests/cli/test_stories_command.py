"""`summarize stories`: what is printed where, and with which exit status."""

import json

import summarize
from summarize.render.stories import RENDERERS
from tests.cli.articles import run

SAMPLES = ("samples/dam", "samples/election")


def test_prints_what_the_library_returns():
    """The command line is a second reader of the library: three sentences a story."""
    options = summarize.Options(budget=summarize.Budget(3))
    found, skipped = summarize.group(SAMPLES, options=options)
    assert (0, RENDERERS["text"](found, skipped), "") == run("stories", *SAMPLES)
    assert (0, RENDERERS["json"](found, skipped), "") == run("stories", *SAMPLES, "-f", "json")


def test_each_story_is_told_as_a_digest_would_be():
    """What `digest` can be asked goes for each story, too."""
    options = summarize.Options(
        budget=summarize.Budget(300, "characters"), method="lead", query="inquiry", support=2
    )
    found, skipped = summarize.group(SAMPLES, options=options)
    asked = ("-c", 300, "-m", "lead", "-q", "inquiry", "--support", 2, "-f", "json")
    assert RENDERERS["json"](found, skipped) == run("stories", *SAMPLES, *asked)[1]


def test_only_stories_of_some_size_if_asked():
    """--least drops what fewer articles tell, and says so where nothing is left."""
    status, page, _ = run("stories", *SAMPLES, "--least", 5, "--no-digests", "-f", "json")
    assert (0, [5]) == (status, [len(each["documents"]) for each in json.loads(page)["stories"]])
    assert (1, "", "summarize: no story has 6 articles: ask for fewer with --least\n") == run(
        "stories", *SAMPLES, "--least", 6
    )


def test_a_source_that_cannot_be_read_costs_only_itself(tmp_path):
    """The rest is told, the status says that something is missing."""
    gone = tmp_path / "gone.txt"
    status, page, talk = run("stories", *SAMPLES, gone, "--no-digests")
    assert (3, f"summarize: {gone}: no such file\n") == (status, talk)
    assert page.endswith(f"Skipped\n{gone}: no such file\n")


def test_one_length_at_a_time():
    """Two budgets are a mistake, said before anything is read."""
    message = (
        "summarize: One length at a time, not --sentences and --words. See 'summarize stories --help'.\n"
    )
    assert (2, "", message) == run("stories", "samples/dam", "-n", 2, "-w", 20)
