"""A line that no dump would write: one sentence says what was found and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from support_dumps import Change, Item, changed, complaint, dump, holding, knowing, load_base


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dumps")


CONDOR: Item = {"kind": "node", "id": "condor-gold"}
PLANT: Item = {"kind": "node", "id": "per-quilla-plant"}
BEGAN: Item = {"kind": "link", "type": "BEGAN"}
SHAPED: Item = {"kind": "link", "type": "SHAPED_BY"}
SITE: Item = {"kind": "node", "id": "per-quilla"}

BAD: list[tuple[Item, Change, str]] = [
    (CONDOR, holding(kind="nod"), 'the kind is "nod"; write node or link'),
    (CONDOR, holding(label="Company"), "a node has no label; did you mean labels?"),
    (
        CONDOR,
        lambda item: item.pop("labels"),
        "the node lacks labels; give it id, kind, labels, properties",
    ),
    (CONDOR, holding(id=7), "id is 7; write a text that is not empty"),
    (CONDOR, holding(labels=["Compny"]), "Compny is not a node type; did you mean Company?"),
    (CONDOR, holding(labels=[]), "labels is []; write a list of node types"),
    (
        CONDOR,
        holding(labels=["Actor"]),
        "no node has the labels Actor; write Actor, Company or Actor, Partner",
    ),
    (CONDOR, holding(properties=[]), "properties is []; write an object, {} if none is known"),
    (
        CONDOR,
        knowing(nam="Condor"),
        "the Company condor-gold has no property nam; did you mean name?",
    ),
    (
        CONDOR,
        knowing(name=None),
        "the Company condor-gold lacks name; give it a text that is not empty",
    ),
    (
        CONDOR,
        knowing(name=""),
        'name of the Company condor-gold is ""; write a text that is not empty',
    ),
    (
        CONDOR,
        knowing(type="compny"),
        "type of the Company condor-gold is compny; did you mean company?",
    ),
    (
        CONDOR,
        knowing(aliases=[]),
        "aliases of the Company condor-gold is []; write a list of texts that is not empty",
    ),
    (
        CONDOR,
        knowing(aliases=["Condor", 7]),
        (
            'aliases of the Company condor-gold is ["Condor", 7]; '
            "write a list of texts that is not empty"
        ),
    ),
    (
        CONDOR,
        knowing(unnamed=1),
        "unnamed of the Company condor-gold is 1; write true or false",
    ),
    (
        SITE,
        knowing(latitude=5),
        "latitude of the Site per-quilla is 5; write a number with a decimal point, such as 12.5",
    ),
    (
        PLANT,
        knowing(began=2**63),
        (
            "began of the Intervention per-quilla-plant is 9223372036854775808; "
            "write a whole number of 64 bits"
        ),
    ),
    (
        PLANT,
        knowing(began=True),
        "began of the Intervention per-quilla-plant is true; write a whole number of 64 bits",
    ),
    (
        PLANT,
        knowing(began=2016),
        "began of the Intervention per-quilla-plant is 2016; its links give 2017",
    ),
    (
        PLANT,
        knowing(summary_passages=["per-quilla-plant/p9"]),
        (
            "summary of the Intervention per-quilla-plant is Condor Gold paid for a plant that the "
            "cooperative of Quilla ran. Mercury fell; the plant closed in 2021.; leave it out"
        ),
    ),
    (
        {"id": "int-rojas-quilla"},
        knowing(origin="int-rojas-quilla"),
        (
            "origin of the Interview int-rojas-quilla is int-rojas-quilla; "
            "its links give diario-2021-cierre"
        ),
    ),
    ({"id": "2017"}, holding(id="year"), "the id of the Year is year; write the year in digits"),
    (BEGAN, holding(type="BEGUN"), "BEGUN is not a link type; did you mean BEGAN?"),
    (BEGAN, holding(passages="p1"), 'passages is "p1"; write a list of ids'),
    (BEGAN, holding(passages=["p1", "p1"]), "passages names one of them twice; name each once"),
    (
        BEGAN,
        holding(passages=["per-quilla-plant/p2", "per-quilla-plant/p1"]),
        (
            "the line is not in canonical form; "
            "write keys once and sorted, no spaces, labels and passages sorted"
        ),
    ),
    (
        BEGAN,
        holding(passages=[]),
        "per-quilla-plant BEGAN 2017 has no passage; name those that say it",
    ),
    (
        BEGAN,
        holding(passages=["per-quilla-plant/p7"]),
        (
            "per-quilla-plant BEGAN 2017 needs per-quilla-plant/p7, which no line holds; "
            "did you mean per-quilla-plant/p4?"
        ),
    ),
    (
        BEGAN,
        holding(passages=["income"]),
        "per-quilla-plant BEGAN 2017 needs Passage; income is a Outcome",
    ),
    (
        BEGAN,
        holding(to="income"),
        "per-quilla-plant BEGAN income needs Year; income is a Outcome",
    ),
    (
        {"to": "watch-2021-water", "type": "FROM"},
        holding(to="trust-2018-story", from_="per-quilla-plant/p1"),
        "the Passage per-quilla-plant/p3 is from no source; add its link FROM",
    ),
    (
        {"type": "WENT_WRONG"},
        holding(type="SHAPED_BY", to="ownership-change"),
        (
            "the Setback per-quilla-plant/went-wrong-c0d4acf8 "
            "is touched by no fact with a passage; leave it out"
        ),
    ),
]


@pytest.mark.parametrize(("wanted", "change", "said"), BAD, ids=[said for *_, said in BAD])
def test_a_line_that_is_not_of_the_model_is_named(
    folder: Path, wanted: Item, change: Change, said: str
) -> None:
    content, line = changed(wanted, change)
    number, found = complaint(folder, content)
    assert found == said
    if "is from no source" not in said and "touched by no fact" not in said:
        assert number == line


def with_first(line: bytes) -> bytes:
    return line + dump(load_base()).split(b"\n", 1)[1]


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (b"\xff{}\n", "the line is not UTF-8; write the file again with `seam dump`"),
        (b"\n", "the line is not JSON; write the file again with `seam dump`"),
        (b'{"kind":NaN}\n', "the line is not JSON; write the file again with `seam dump`"),
        (b"[" * 100_000 + b"\n", "the line is not JSON; write the file again with `seam dump`"),
        (b"[1]\n", "the line is no JSON object; write the file again with `seam dump`"),
        (
            b'{"id":"\\ud800","kind":"node","labels":["Setback"],"properties":{"text":"x"}}\n',
            "the line holds half a character; write the file again with `seam dump`",
        ),
        (
            b'{"id":"a","id":"a","kind":"node","labels":["Setback"],"properties":{"text":"x"}}\n',
            (
                "the line is not in canonical form; "
                "write keys once and sorted, no spaces, labels and passages sorted"
            ),
        ),
    ],
    ids=["bytes", "nothing", "NaN", "deep", "a list", "half a character", "a key twice"],
)
def test_a_line_that_is_no_object_is_named(folder: Path, first: bytes, said: str) -> None:
    assert complaint(folder, with_first(first)) == (1, said)
