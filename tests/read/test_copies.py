"""One document under several names is read once, and said so."""

import itertools

import pytest

import summarize
from summarize.model import Document, Failure
from summarize.read import copies, hrefs
from summarize.text import origins

DAM = (
    "The dam above Nuria held through the night, the mayor of Brennock said on Tuesday. About 1,200 people had been "
    "taken to the sports hall and to both schools. They may go home once the water has fallen by six metres, which "
    "engineers expect for Friday, provided that it does not rain again."
)
OTHER = (
    "Port Lusk won the regional chess final on Sunday. Its team of five had lost the first round to the hosts but took "
    "every game after the break. The cup goes to the harbour school, where three of the players are still pupils."
)


def document(uri, text=DAM, **about):
    return Document.from_text(text, uri=uri, **about)


def kept(*documents):
    """Names of those that stay, and reasons by name of the others, in any order of reading."""
    results = set()
    for order in itertools.permutations(documents):
        found = copies.distinct(order)
        stay = sorted(each.uri for each in found if isinstance(each, Document))
        gone = sorted((each.subject, each.error) for each in found if isinstance(each, Failure))
        results.add((tuple(stay), tuple(gone)))
    [(stay, gone)] = results
    return list(stay), dict(gone)


def test_a_text_seen_twice_is_one_document():
    """White space apart; the lesser name stays."""
    stay, gone = kept(document("a.txt"), document("b.txt", DAM.replace(". ", ".\n")))
    assert ["a.txt"] == stay
    assert {"b.txt": "is the same text as a.txt, which is read"} == gone


@pytest.mark.parametrize("copy", ["a.zip!/z.txt", "a.json#2", "a/dam.txt"])
def test_what_was_named_stays_and_its_copy_goes(copy):
    """The reader finds the file that was named in the list of sources, whatever a copy is called."""
    for order in itertools.permutations([document("z.txt"), document(copy)]):
        kept, *_ = sorted(
            copies.distinct(order, named=["z.txt", "a"]), key=lambda each: isinstance(each, Failure)
        )
        assert "z.txt" == kept.uri


def test_a_file_stays_and_its_copy_in_another_goes():
    """Where neither was named, or both were: what can be opened by its own name."""
    assert ["z.txt"] == kept(document("z.txt"), document("a.zip!/z.txt"))[0]
    assert ["z.txt"] == kept(document("z.txt"), document("-"))[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"uri": "a.txt", "publisher": "Herald"}, {"uri": "b.txt", "publisher": "Courier"}),
        ({"uri": "https://herald.example/1"}, {"uri": "https://courier.example/1"}),
    ],
)
def test_what_two_outlets_print_stays_two_documents(one, other):
    """A wire copy is worth its link; the two are one origin."""
    documents = [document(**one), document(**other)]
    assert documents == copies.distinct(documents)
    assert [0, 0] == origins.group(documents).tolist()


def test_a_page_named_and_found_in_a_feed_is_one_document():
    """Though the feed calls itself otherwise than the page does: one address is one page."""
    page = document("https://herald.example/dam", publisher="The Herald")
    item = document("https://herald.example/dam", publisher="Herald: latest", title="Dam holds")
    [failure] = [each for each in copies.distinct([page, item]) if isinstance(each, Failure)]
    assert "comes twice, and is read once" == failure.error


@pytest.mark.parametrize(
    "address",
    [
        "https://herald.example/dam#top",
        "http://herald.example/dam",
        "https://HERALD.example:443/dam?utm_source=rss&fbclid=1",
    ],
)
def test_one_address_in_several_spellings_is_one_page(address):
    """Fragment, scheme, case of the host, default port and tracking parameters make no other page."""
    stay, gone = kept(document("https://herald.example/dam"), document(address, DAM[:100]))
    assert ["https://herald.example/dam"] == stay
    assert {address: "is the same page as https://herald.example/dam, which is read"} == gone


def test_the_summary_in_a_feed_makes_way_for_the_page():
    """The longer text stays."""
    stay, _ = kept(
        document("https://herald.example/dam?utm_medium=feed", "The dam held."),
        document("https://herald.example/dam"),
    )
    assert ["https://herald.example/dam"] == stay


def test_a_saved_page_is_the_page_it_says_it_is():
    """If their texts agree: an address claimed by another text proves nothing."""
    page = document("https://herald.example/dam")
    assert ["https://herald.example/dam"] == kept(
        page, document("saved.html", DAM[:200], url="https://herald.example/dam")
    )[0]
    assert 2 == len(kept(page, document("saved.html", OTHER[:120], url="https://herald.example/dam"))[0])


def test_two_articles_at_one_address_are_both_kept():
    """An address that is everybody's says nothing; nor does a site's front page."""
    assert 2 == len(
        kept(document("https://herald.example/x"), document("https://herald.example/x#2", OTHER))[0]
    )
    assert 2 == len(
        kept(document("https://herald.example/"), document("https://herald.example", "It rained."))[0]
    )


def test_parts_of_one_file_are_no_copies():
    """Items of a feed without links, parts of a live report: each is itself."""
    parts = [
        document(
            f"https://herald.example/feed#{n}", f"{n} {DAM[n * 50 :]}", url="https://herald.example/live"
        )
        for n in (1, 2)
    ]
    assert parts == copies.distinct(parts)


def test_a_digest_lists_the_copy_as_skipped(tmp_path):
    """One source, and one line that says what became of the other."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(DAM)
    made = summarize.summarize([str(tmp_path)])
    assert [str(tmp_path / "a.txt")] == [each.uri for each in made.sources]
    reason = f"is the same text as {tmp_path / 'a.txt'}, which is read"
    assert (Failure(str(tmp_path / "b.txt"), reason, passed_over=True),) == made.skipped


def test_documents_and_bundles_are_taken_as_they_are():
    """Who makes documents decides what is one: nothing is dropped behind their back."""
    made = summarize.summarize([document("a.txt"), document("b.txt")])
    assert ["a.txt", "b.txt"] == sorted(each.uri for each in made.sources)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/b", "https://a.example/c"),
        ("https://a.example/?id=1", "https://a.example/?id=2"),
        ("https://a.example/b", "https://www.a.example/b"),
        ("https://a.example:8080/b", "https://a.example/b"),
        ("https://a.example/b", "https://a.example/B"),
    ],
)
def test_other_addresses_are_other_pages(one, other):
    """Path, query, port and host tell pages apart."""
    assert hrefs.key(one) != hrefs.key(other)
