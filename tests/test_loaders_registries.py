"""Registries: actors, places, taxonomy, labels, lessons and successions, field by field."""

from __future__ import annotations

from pathlib import Path

from graph.batch import Batch, Link, Node
from loaders.everything import load


def good(folder: Path) -> Batch:
    loaded = load(folder)
    assert loaded.problems == ()
    return loaded.batch


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in load(folder).problems]


def node(batch: Batch, id_: str) -> Node:
    return next(node for node in batch.nodes if node.id == id_)


def add(folder: Path, name: str, line: str) -> int:
    """Add a line to a registry file and return its number."""
    path = folder / name
    text = path.read_text("utf-8")
    path.write_text(f"{text}{line}\n", "utf-8")
    return text.count("\n") + 1


def test_every_field_of_an_actor_reaches_the_graph(registry: Path) -> None:
    add(
        registry,
        "actors.yaml",
        "- {id: x, name: Xé, kind: partner, type: community, aliases: [Ex], country: PER, "
        "country_source: the page, same_as: ['lei:1'], group: true, unnamed: false, note: A note}",
    )
    assert node(good(registry), "x") == Node(
        "Partner",
        "x",
        {
            "name": "Xé",
            "type": "community",
            "aliases": ("Ex",),
            "country": "PER",
            "country_source": "the page",
            "same_as": ("lei:1",),
            "group": True,
            "unnamed": False,
            "note": "A note",
        },
    )


def test_two_actors_do_not_share_a_name(registry: Path) -> None:
    add(registry, "actors.yaml", "- {id: x, name: CÓNDOR, kind: company, type: company}")
    assert problems(registry) == [
        "actors.yaml:9: CÓNDOR is already a name of condor-gold; a name belongs to one actor"
    ]


def test_a_site_lies_in_its_country(registry: Path) -> None:
    batch = good(registry)
    assert Link("IN_COUNTRY", "gha-bonto", "GHA") in batch.links
    assert node(batch, "gha-bonto").properties["latitude"] == 5.8


def test_degrees_that_are_not_on_earth_are_a_problem(registry: Path) -> None:
    add(registry, "sites.yaml", "- {id: x, name: X, country: PER, latitude: 91, precision: mine}")
    assert problems(registry) == ["sites.yaml:5: latitude is 91.0; write degrees from -90 to 90"]


def test_labels_name_things_in_other_languages(registry: Path) -> None:
    batch = good(registry)
    assert node(batch, "area-mercury").properties["name_fr"] == "Stratégies liées au mercure"
    assert node(batch, "income").properties["name_pt"] == "Renda dos mineiros"


def test_a_label_of_what_is_not_there_is_a_problem_in_its_line(registry: Path) -> None:
    line = add(registry, "labels.yaml", "  incomes: {fr: a, es: b, pt: c}")
    assert problems(registry) == [
        f"labels.yaml:{line}: incomes is no known outcome; did you mean income?"
    ]


def test_titles_of_chapters_stand_beside_their_numbers(registry: Path) -> None:
    add(
        registry,
        "strategies.yaml",
        "- {id: X, area: mercury, name: X, wgc_chapters: [5, 1.10]}\n"
        "world_gold_council_chapters:\n- {chapter: 5, title: Context}\n- {chapter: 1.10, title: T}",
    )
    assert node(good(registry), "X").properties["wgc_chapters"] == ("5 Context", "1.10 T")


def test_a_strategy_outside_the_thirteen_areas_has_none(registry: Path) -> None:
    links = good(registry).links
    assert not [k for k in links if k.source == "ALT-CRAFT"]
    assert Link("IN_AREA", "HG-TECH", "area-mercury") in links


def test_a_direction_that_the_model_does_not_know_is_a_problem(registry: Path) -> None:
    file = registry / "outcomes.yaml"
    file.write_text(file.read_text("utf-8").replace("worsened", "worse"), "utf-8")
    assert problems(registry) == [
        (
            "outcomes.yaml:1: direction worse is unknown; "
            "the directions are improved, mixed, unchanged, worsened, unknown"
        )
    ]


def test_a_lesson_is_about_things_by_its_passages(registry: Path) -> None:
    said = ("buyers-must-stay/p1",)
    about = {k for k in map(str, good(registry).links) if k.startswith("buyers-must-stay ")}
    assert about == {"buyers-must-stay ABOUT HG-TECH", "buyers-must-stay ABOUT gold-price"}
    links = [k for k in good(registry).links if k.source == "buyers-must-stay"]
    assert {k.passages for k in links} == {said}


def test_a_succession_links_two_actors(registry: Path) -> None:
    (link,) = (k for k in good(registry).links if k.type == "BECAME")
    assert (link.source, link.target) == ("volta-resources", "condor-gold")
    assert link.properties == {"year": 2017, "year_seen": True, "kind": "merged", "scope": "body"}
    assert link.passages == ("became-volta-resources-condor-gold-merged-2017/p1",)


def test_a_succession_between_bodies_known_to_be_two_is_a_problem(registry: Path) -> None:
    add(
        registry,
        "successions.yaml",
        "not_successions:\n"
        "- pair: [condor-gold, volta-resources]\n"
        "  passages:\n"
        "  - {id: p1, source: diario-2021-cierre, at: page, says: They stay two.}",
    )
    assert problems(registry) == [
        (
            "successions.yaml:2: volta-resources and condor-gold are known to be two bodies; "
            "see not_successions"
        )
    ]
    assert not [k for k in load(registry).batch.links if k.type == "BECAME"]


def test_a_pair_names_actors_that_are_there(registry: Path) -> None:
    line = add(
        registry, "successions.yaml", "not_successions:\n- {pair: [condor-gold, lago-refiner]}"
    )
    assert problems(registry) == [
        f"successions.yaml:{line + 1}: lago-refiner is no known actor; did you mean lago-refiners?"
    ]


def test_an_unknown_area_is_told_as_records_write_it(registry: Path) -> None:
    add(registry, "strategies.yaml", "- {id: X, area: mercuri, name: X}")
    assert problems(registry) == [
        "strategies.yaml:11: mercuri is no known strategy area; did you mean mercury?"
    ]
