"""Methods compared: files, budgets, figures, and what a user is told."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from xml.etree import ElementTree

import pytest

from summarize import clusters, yardsticks
from summarize.errors import EvaluationError
from summarize.evaluation import Settings, evaluate, outcome
from summarize.measure import report
from summarize.model import Budget
from tests.cli.articles import TEXTS, process, run

REFERENCE = "The bridge at Sarn was closed after divers found cracks. Repairs will cost four million crowns."


def record(**changes):
    documents = [{"text": text, "title": name} for name, text in TEXTS.items()]
    return {"id": "sarn", "documents": documents, "references": [REFERENCE], "language": "en"} | changes


@pytest.fixture
def path(tmp_path):
    return written(tmp_path, record(), record(id="again", references=["Buses go round.", REFERENCE]))


def written(folder, *records):
    file = folder / "clusters.jsonl"
    file.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in records))
    return str(file)


def ticking():
    """A clock that moves on by 10 ms whenever it is asked."""
    ticks = count()
    return lambda: next(ticks) / 100


def found(path, **settings):
    settings = {"methods": ("consensus", "lead", "oracle"), "budget": Budget(40, "words")} | settings
    return evaluate(path, Settings(**settings), clock=ticking())


def test_a_cluster_is_a_bundle_with_its_references_in_sentences(path):
    """Documents carry the cluster's language, references their sentences."""
    first, second = clusters.read(path)
    assert ("sarn", 3, {"en"}) == (
        first.bundle.id,
        len(first.bundle.documents),
        {document.language for document in first.bundle.documents},
    )
    assert (REFERENCE.split(". ")[0] + ".", "Repairs will cost four million crowns.") == first.references[0]
    assert [16.0, (3 + 16) / 2] == [first.mean_words, second.mean_words]


def test_one_language_of_many_can_be_asked_for(tmp_path):
    """Clusters in other languages are passed over, and none left is an error."""
    path = written(tmp_path, record(), record(id="pont", language="fr"))
    assert ["pont"] == [cluster.bundle.id for cluster in clusters.read(path, language="fr")]
    with pytest.raises(EvaluationError, match="no cluster in language 'hi': only in en, fr"):
        clusters.read(path, language="hi")


@pytest.mark.parametrize(
    ("lines", "place", "reason"),
    [
        ((), "", "holds no cluster"),
        (("{",), ":1", "is no JSON: .* at column 2"),
        (('{"id": ' + "9" * 5000 + "}",), ":1", "is no JSON that can be read"),
        (("[]",), ":1", "is no cluster"),
        ((record(), record(references=[])), ":2", 'needs "references"'),
        ((record(references="one"),), ":1", 'needs "references"'),
        ((record(references=[" "]),), ":1", 'needs "references"'),
        ((record(references=[REFERENCE, "***"]),), ":1", 'needs "references"'),
        ((record(documents=[]),), ":1", "holds no document"),
        ((record(documents=[{"text": ""}]),), ":1", "holds no document"),
        (("", record(documents=7)), ":2", "holds no document"),
    ],
)
def test_a_file_that_cannot_be_used_names_its_line(tmp_path, lines, place, reason):
    """The error says where and what, and the command prints it as its one line."""
    path = written(tmp_path, *lines)
    with pytest.raises(EvaluationError, match=reason) as raised:
        clusters.read(path)
    assert path + place == raised.value.path


def test_a_record_that_cannot_be_used_costs_only_itself(tmp_path):
    """It is named by its line, and so is a document that cannot be read; what is left is measured."""
    some = record(documents=[{"text": ""}, *record()["documents"]])
    path = written(tmp_path, "{", record(), {"references": [REFERENCE]}, some, record(references=[]))
    status, table, talk = run("evaluate", path, "-w", "40", "-m", "lead")
    assert 3 == status
    assert "clusters 2, records skipped 3, documents skipped 1, repeated ids 1" in table
    assert [f"summarize: {path}:{line}:" for line in (1, 3, 5, 4)] == [
        line[: len(f"summarize: {path}:1:")] for line in talk.splitlines()[:4]
    ]


def test_what_cannot_be_used_is_told_before_anything_is_measured(tmp_path):
    """Whoever looks on can stop: to measure may take half an hour."""

    class StoppedError(Exception):
        """What somebody does who has read enough."""

    def stop(read):
        raise StoppedError(read.failures[0].error)

    with pytest.raises(StoppedError, match="is no JSON"):
        evaluate(written(tmp_path, "{", record()), Settings(("consensus",)), progress=stop)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("{",), ":1: is no JSON: Expecting property name enclosed in double quotes at column 2"),
        (("{", "[]", "7"), ": none of its 3 records can be used; {path}:1 is no JSON: Expecting property"),
        (("", " "), ": holds no cluster: one JSON record a line is expected"),
    ],
)
def test_a_file_without_a_cluster_is_one_line(tmp_path, lines, said):
    """Exit status 1; of many reasons the first stands for all."""
    path = written(tmp_path, *lines)
    status, product, talk = run("evaluate", path)
    assert (1, "", 1) == (status, product, len(talk.splitlines()))
    assert talk.startswith(f"summarize: {path}{said.format(path=path)}")


def test_bytes_that_are_no_text_cost_their_line(tmp_path):
    """A mark of byte order is none of them; U+2028 ends no line."""
    path = tmp_path / "clusters.jsonl"
    kept = json.dumps(record(id="a\u2028b"), ensure_ascii=False).encode()
    path.write_bytes(b"\xef\xbb\xbf" + kept + b"\n\xff\xfe\n")
    assert (1, [f"{path}:2"], ["is not in UTF-8"]) == (
        len(clusters.load(str(path)).clusters),
        [each.subject for each in clusters.load(str(path)).failures],
        [each.error for each in clusters.load(str(path)).failures],
    )


def test_standard_input_is_a_file_too(path):
    """The same figures, and the digest of the bytes that came through the pipe."""
    raw = Path(path).read_bytes()
    arguments = ["-w", "40", "-m", "lead", "-f", "json"]
    named, piped = run("evaluate", path, *arguments), run("evaluate", "-", *arguments, stdin=raw)
    first, second = json.loads(named[1]), json.loads(piped[1])
    assert (0, 0, hashlib.sha256(raw).hexdigest()) == (named[0], piped[0], second["settings"]["sha256"])
    assert ("clusters.jsonl", "standard input") == (first["settings"]["set"], second["settings"]["set"])
    assert {name: first["methods"][1]["measures"][name] for name in ("rouge1_f", "words")} == {
        name: second["methods"][1]["measures"][name] for name in ("rouge1_f", "words")
    }


def test_a_pipe_is_read_once(path):
    """What a shell calls /dev/fd/63 gives its bytes only once; they are counted and measured all the same."""
    shell = f'"$PYTHON" -m summarize evaluate <(cat {path}) -w 40 -m lead -f json'
    values = json.loads(process(shell=shell).stdout)
    assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == values["settings"]["sha256"]


def test_every_method_is_measured_on_every_cluster(path):
    """All measures, every quote verbatim, no budget broken, the oracle on top."""
    rows = {row.method: row.measures for row in found(path).rows}
    assert ["consensus", "lead", "oracle"] == list(rows)
    assert {tuple(report.MEASURES)} == {
        tuple(name for name in report.MEASURES if name in each) for each in rows.values()
    }
    assert {1.0} == {each["valid"].mean for each in rows.values()}
    assert 40 >= max(each["words"].high for each in rows.values())
    assert rows["oracle"]["rouge2_f"].mean > rows["consensus"]["rouge2_f"].mean


def test_differences_are_paired_and_to_the_baseline(path):
    """The difference of means is the mean difference; the baseline has none to itself."""
    base, lead, _ = found(path).rows
    assert {} == base.differences
    assert lead.measures["rouge1_f"].mean - base.measures["rouge1_f"].mean == pytest.approx(
        lead.differences["rouge1_f"].mean
    )


def test_without_a_budget_each_cluster_has_that_of_its_references(path):
    """Sixteen words on average in the first cluster: one sentence of them at most."""
    first, second = clusters.read(path)
    values = outcome(first, Settings(("lead", "consensus"), None), clock=ticking())
    assert 0 < values["lead"]["words"] <= first.mean_words
    shorter = outcome(replace(second, references=(("Shut.",),)), Settings(("consensus",)), clock=ticking())
    assert 0 == shorter["consensus"]["words"] == shorter["consensus"]["rouge1_f"]


def test_time_is_that_of_preparing_and_of_the_method(path):
    """Preparing and the method took one tick of the clock each."""
    [row] = found(path, methods=("consensus",)).rows
    assert 20.0 == pytest.approx(row.measures["milliseconds"].mean)


def test_the_oracle_takes_what_the_references_say(path):
    """Told what people wrote, it begins with the sentence that holds most of it."""
    [cluster, _] = clusters.read(path)
    method, options = yardsticks.method("oracle", (("Buses will go round by Upper Sarn.",),), Budget(1))
    from summarize.pipeline import prepare, tell

    study = tell(cluster.bundle, prepare(cluster.bundle.documents, options), options, method)
    assert study.digest.lines[0].text.startswith("Buses will go round")


def test_a_raw_method_takes_what_cleaning_bars(tmp_path):
    """The first unit of a page is its headline; the cleaned lead begins with the first sentence."""
    text = "Bridge shut\n\n" + TEXTS["courier.txt"]
    [cluster] = clusters.read(written(tmp_path, record(documents=[{"text": text}])))
    from summarize.pipeline import prepare, tell

    opened = []
    for name in ("lead", "lead-raw"):
        method, options = yardsticks.method(name, cluster.references, Budget(1))
        study = tell(cluster.bundle, prepare(cluster.bundle.documents, options), options, method)
        opened.append(study.digest.lines[0].text)
    assert [TEXTS["courier.txt"].split(". ")[0] + ".", "Bridge shut"] == opened


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"methods": ("magic",)}, "method: 'magic' is none of"),
        ({"methods": ("Oracel",)}, "method: there is no 'Oracel' .did you mean 'oracle'?"),
        ({"methods": "consensus"}, "methods: several names, not 'consensus'"),
        ({"methods": ("consensus",), "seed": -1}, "seed: 0 or more"),
        ({"methods": ("lead",)}, "baseline: 'consensus' is not among"),
        ({"methods": ("consensus",), "resamples": 99}, "100 or more"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings, reason):
    """Before anything is read."""
    with pytest.raises(ValueError, match=reason):
        Settings(**settings)


def test_the_command_prints_table_csv_and_json(path):
    """Three forms of one evaluation; methods and figures agree."""
    arguments = ["evaluate", path, "-w", "40", "-m", "lead"]
    status, table, talk = run(*arguments)
    assert (0, "") == (status, talk)
    values = json.loads(run(*arguments, "-f", "json")[1])
    assert "summarize.evaluation/1" == values["schema"]
    assert ("40 words", 2) == (values["settings"]["budget"], values["settings"]["clusters"])
    rows = list(csv.DictReader(io.StringIO(run(*arguments, "-f", "csv")[1])))
    base, lead = values["methods"]
    assert ["consensus", "lead"] == [base["method"], lead["method"]]
    assert [str(lead["measures"]["rouge2_f"]["mean"])] == [
        row["mean"] for row in rows if (row["method"], row["measure"]) == ("lead", "rouge2_f")
    ]
    assert f"{100 * lead['measures']['rouge2_f']['mean']:.2f} ±" in table
    assert "against consensus" in table
    assert "clusters 2, budget 40 words, baseline consensus, seed 0, resamples 1000" in table
    assert f"versions summarize {values['settings']['versions']['summarize']}, Python" in table


def test_a_row_of_csv_says_all_that_json_does(path):
    """Mean, interval, difference and p, and in each row what is needed to measure it again."""
    arguments = ["evaluate", path, "-w", "40", "-m", "lead", "-m", "random", "--limit", "2", "--duc"]
    values = json.loads(run(*arguments, "-f", "json", "--no-timings")[1])
    rows = list(csv.DictReader(io.StringIO(run(*arguments, "-f", "csv", "--no-timings")[1])))
    for method in values["methods"]:
        for name, measure in method["measures"].items():
            [row] = [each for each in rows if (each["method"], each["measure"]) == (method["method"], name)]
            compared = method["differences"].get(name, dict.fromkeys(("mean", "low", "high", "p", "p_holm")))
            columns = ("difference", "difference_low", "difference_high", "p", "p_holm")
            assert [row[column] for column in ("mean", "low", "high")] == list(map(str, measure.values()))
            assert [row[column] for column in columns] == [
                "" if each is None else str(each) for each in compared.values()
            ]
            for setting in ("sha256", "limit", "clusters", "budget", "duc", "baseline", "seed", "resamples"):
                assert row[setting] == str(values["settings"][setting])
            for package, version in values["settings"]["versions"].items():
                assert f"{package} {version}" in row["versions"]


@pytest.mark.parametrize("format", ["table", "csv", "json"])
def test_without_timings_the_same_input_gives_the_same_bytes(path, format):
    """Time is the one thing that no two runs share."""
    arguments = ["evaluate", path, "-w", "40", "-m", "lead", "-f", format]
    first, second = (run(*arguments, "--no-timings")[1] for _ in range(2))
    assert first == second
    words = {"table": " ms\n", "csv": ",milliseconds,", "json": '"milliseconds"'}
    assert [False, True] == [words[format] in each for each in (first, run(*arguments)[1])]


def test_p_of_several_comparisons_is_the_corrected_one(path):
    """The line below says so; of one comparison there is nothing to correct."""
    arguments = ["evaluate", path, "-w", "40", "-m", "lead"]
    one, two = run(*arguments)[1], run(*arguments, "-m", "lexrank")[1]
    assert [False, True] == ["corrected for 2 comparisons (Holm)" in table for table in (one, two)]
    lines = two[two.index("against consensus") :].splitlines()
    assert ["method", "R-1", "F", "R-2", "F", "R-Lsum", "F", "p", "R-1", "F"] == lines[1].split()[:10]
    _, lead, _ = json.loads(run(*arguments, "-m", "lexrank", "-f", "json")[1])["methods"]
    assert f"{lead['differences']['rouge1_f']['p_holm']:.3f}".removeprefix("0") in lines[2].split()


def test_one_cluster_has_no_interval(tmp_path):
    """A single difference may be luck: no star or p, null in JSON, nothing in CSV, a line that says so."""
    arguments = ["evaluate", written(tmp_path, record()), "-w", "40", "-m", "lead"]
    table = run(*arguments)[1]
    assert ("±" in table, "[" in table, "*" in table) == (False, False, False)
    assert ("One cluster" in table, "p R-1" in table) == (True, False)
    assert "One cluster" in run(*arguments[:2], "--baseline", "lead", "-m", "lead")[1]
    _, lead = json.loads(run(*arguments, "-f", "json")[1])["methods"]
    assert [None, None, 1.0] == [lead["differences"]["rouge1_f"][end] for end in ("low", "high", "p")]
    [row, *_] = csv.DictReader(io.StringIO(run(*arguments, "-f", "csv")[1]))
    assert ("", "") == (row["low"], row["high"])


def test_a_cluster_given_twice_is_spoken_of(tmp_path):
    """Ids are one language's: the same one in another is another cluster."""
    once, twice = [record(), record(language="fr")], [record(), record()]
    found = [run("evaluate", written(tmp_path, *each), "-w", "40", "-m", "lead") for each in (once, twice)]
    assert [False, True] == ["have the id of another" in talk for _, _, talk in found]
    assert [False, True] == ["repeated ids 1" in table for _, table, _ in found]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_stays_within_a_terminal(path, width):
    """What is wider goes on below, with the methods' names again; no figure is lost."""
    found_here = found(path)
    text = report.table(found_here, width=width)
    assert width >= max(map(len, text.splitlines()))
    cells = text.split()
    assert all(cell in cells for cell in report.table(found_here).split())


def test_loading_is_no_clusters_time(path):
    """The first run in a language, which loads what it needs, is made once more and not counted."""
    slow_at_first = iter([0.0, 9.0, 9.0, 9.0, *(9 + step / 100 for step in range(100))])
    settings = Settings(("consensus",), Budget(40, "words"))
    [row] = evaluate(path, settings, clock=lambda: next(slow_at_first)).rows
    assert 20.0 == pytest.approx(row.measures["milliseconds"].mean)


def test_duc_settings_show_recall(path):
    """The table's agreement columns are recall, of the first hundred words."""
    header = run("evaluate", path, "--duc", "-w", "100", "-m", "lead")[1].splitlines()[2]
    assert "R-1 R" in header
    assert "R-1 F" not in header


def test_the_figure_is_the_same_bytes_every_time(path, tmp_path):
    """An SVG with every method in it and no date."""
    drawn = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for target in drawn:
        assert 0 == run("evaluate", path, "-w", "40", "-m", "lead", "--figure", target)[0]
    first, second = (target.read_bytes() for target in drawn)
    assert first == second
    assert b">lead<" in first


def test_the_figure_says_what_it_shows(path, tmp_path):
    """A title and a description for who cannot see it, with the table's figures; it asks for no other file."""
    target = tmp_path / "out.svg"
    table = run("evaluate", path, "-w", "40", "-m", "lead", "--figure", target)[1]
    picture = ElementTree.parse(target).getroot()
    title, said = (picture.find("{http://www.w3.org/2000/svg}" + name) for name in ("title", "desc"))
    assert ("title", "desc") == (picture.get("aria-labelledby"), picture.get("aria-describedby"))
    assert "ROUGE on clusters.jsonl, 40 words" == title.text
    means = [line.split() for line in table.splitlines()[3:5]]
    assert all(f"{name}: {mean} (" in said.text for name, mean, *_ in means)
    assert "DOCTYPE" not in target.read_text()


def test_a_name_that_no_output_can_carry_is_made_one(tmp_path):
    """Control characters and bytes that are no text become U+FFFD, in the figure as in the table."""
    file, target = tmp_path / "a\x01\udcff$b$.jsonl", tmp_path / "out.svg"
    file.write_text(json.dumps(record()))
    status, table, _ = run("evaluate", file, "-w", "40", "-m", "lead", "--figure", target)
    assert (0, True) == (status, table.startswith("set a\ufffd\ufffd$b$.jsonl,"))
    ElementTree.parse(target)


@pytest.mark.parametrize(
    ("package", "extra", "options"),
    [("rouge_score", "evaluate", []), ("matplotlib", "plot", ["--figure", "out.svg"])],
)
def test_an_extra_that_is_not_installed_is_named(path, tmp_path, package, extra, options):
    """One line with the command that installs it."""
    hide = f"import sys; sys.modules[{package!r}] = None; from summarize.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", hide, "evaluate", path, *options], cwd=tmp_path, capture_output=True, text=True
    )
    assert (1, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert f"pip install 'summarize-digest[{extra}]'" in done.stderr


@pytest.mark.parametrize(
    ("options", "meant"),
    [
        (["-m", "lead", "-m", "lexrnk"], "'-m' / '--method': there is no 'lexrnk' (did you mean 'lexrank'?)"),
        (["--baseline", "leed"], "'--baseline': there is no 'leed' (did you mean 'lead'?)"),
    ],
)
def test_a_mistyped_method_is_told_what_was_likely_meant(path, options, meant):
    """Under the name of the option it was given to."""
    assert (2, f"summarize: Invalid value for {meant}. See 'summarize evaluate --help'.\n") == run(
        "evaluate", path, *options
    )[::2]


@pytest.mark.parametrize(
    "options",
    [
        ["-w", "few"],
        ["-w", "0"],
        ["-w", "9", "-n", "2"],
        ["-m", "magic"],
        ["--limit", "0"],
        ["--figure", "out.png"],
        ["--figure", "out.svg", "-o", "out.svg"],
        ["--baseline", "magic"],
    ],
)
def test_wrong_usage_is_one_line(path, options):
    """Exit status 2 and where to find help."""
    status, product, talk = run("evaluate", path, *options)
    assert (2, "", 1) == (status, product, len(talk.splitlines()))
    assert "See 'summarize evaluate --help'." in talk
