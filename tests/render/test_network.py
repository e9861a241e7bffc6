"""The sentence graph as networkx holds it, and as the files that other programs open."""

import networkx
import numpy as np
import pytest
from lxml import etree
from scipy.sparse import csr_array

from summarize import pipeline
from summarize.drawing import drawn
from summarize.model import Budget, Bundle, Document
from summarize.options import Options
from summarize.render.network import backbone, network
from tests.builders import bundle_of

HELD = "The old dam above the town of Brennock held through the night, engineers said."
GAVE = "Part of the spillway of the old dam above the town gave way on Tuesday, engineers said."
MONEY = "Farmers in the valley below demand money from the state for flooded fields and barns."
TEXTS = {"herald": f"{HELD} {MONEY}", "courier": f"{GAVE} {HELD}", "post": f"{MONEY} {GAVE}"}


def study(sentences=2, **texts):
    return pipeline.study(bundle_of(**(texts or TEXTS)), Options(budget=Budget(sentences)))


def graph_of(made, **options):
    rows = [pick.row for pick in made.picks]
    return network(made.material.table, made.material.similarity, made.ranking, rows, made.digest, **options)


def similarities(*edges, n):
    """A symmetric matrix of n rows from (i, j, similarity)."""
    dense = np.zeros((n, n))
    for i, j, weight in edges:
        dense[i, j] = dense[j, i] = weight
    return csr_array(dense)


def test_a_node_is_a_sentence_with_its_place_and_its_number():
    """What is known of a sentence can be filtered and coloured by in another program."""
    made = study()
    graph = graph_of(made)
    table = made.material.table
    assert [row for row in range(len(table)) if table.eligible[row]] == list(graph)
    for row, about in graph.nodes(data=True):
        source = made.digest.sources[about["source"] - 1]
        document = table.documents[table.document[row]]
        assert (document.id, document.uri) == (source.id, about["uri"])
        assert document.text[about["first"] : about["last"]] == about["text"]
        assert made.ranking.salience[row] == about["salience"]


def test_a_picked_sentence_has_the_number_of_its_line():
    """The picture and the digest beside it speak of the same sentences."""
    made = study()
    numbers = {
        about["number"]: about["text"] for _, about in graph_of(made).nodes(data=True) if about["picked"]
    }
    assert {1: made.digest.lines[0].text, 2: made.digest.lines[1].text} == numbers


def test_the_backbone_is_a_maximum_spanning_forest_and_the_three_strongest_of_each():
    """The edge 1-5, strong enough for most, is the fourth of both its ends and closes a circle."""
    strong = [(1, j, 0.9) for j in (0, 2, 3)] + [(5, j, 0.8) for j in (2, 3, 4)]
    found = backbone(similarities(*strong, (1, 5, 0.5), n=7))
    assert {tuple(sorted((i, j))) for i, j, _ in strong} == found


def test_the_backbone_holds_together_what_hangs_together():
    """It is connected where the whole graph is, by the edges networkx would choose, ties apart."""
    random = np.random.default_rng(3)
    dense = np.triu(random.random((40, 40)) * (random.random((40, 40)) < 0.3), 1)
    whole = networkx.from_numpy_array(dense + dense.T)
    forest = {tuple(sorted(edge[:2])) for edge in networkx.maximum_spanning_edges(whole, data=False)}
    assert forest <= backbone(csr_array(dense + dense.T))


def test_a_large_graph_is_cut_to_its_strongest_and_keeps_the_picked():
    """`most` never takes away a line of the digest."""
    made = study(sentences=3)
    rows = {pick.row for pick in made.picks}
    weakest = graph_of(made, most=len(rows))
    assert rows == set(weakest)


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_file_gives_back_the_graph(format, tmp_path):
    """What networkx reads back has the nodes, edges and attributes that were written."""
    made = study()
    path = tmp_path / f"graph.{format}"
    path.write_bytes(drawn(made, format))
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[format](path, node_type=int)
    graph = graph_of(made)
    assert {frozenset(edge) for edge in graph.edges} == {frozenset(edge) for edge in read.edges}
    for row, about in graph.nodes(data=True):
        assert about == {name: read.nodes[row][name] for name in about}
    for i, j, about in graph.edges(data=True):
        assert about == {name: read.edges[i, j][name] for name in about}


def test_gexf_carries_colours_and_no_timeline():
    """Gephi shows sources apart at once; an attribute named "start" would have made it a film."""
    root = etree.fromstring(drawn(study(), "gexf"))
    nodes = root.findall(".//{*}node")
    colours = {tuple(node.find("{*}color").attrib.items()) for node in nodes}
    assert 3 == len(colours)
    assert [] == [node for node in nodes if {"start", "end"} & set(node.attrib)]
    assert "lastmodifieddate" not in root.find("{*}meta").attrib


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_hostile_text_is_text(format):
    """Markup stays text and control characters, which XML cannot hold, are not written."""
    nasty = "<script>alert(1)</script> & \x1b[31m \u202e ]]> \ufffe"
    documents = (Document.from_text(HELD, title=nasty), Document.from_text(GAVE, publisher=nasty))
    made = pipeline.study(Bundle(nasty, documents, title=nasty), Options(budget=Budget(1)))
    found = etree.fromstring(drawn(made, format))
    everything = "".join(found.itertext()) + "".join(
        value for each in found.iter() for value in each.attrib.values()
    )
    assert "<script>alert(1)</script>" in everything
    assert [] == [letter for letter in "\x1b\u202e\ufffe" if letter in everything]
