"""Interviews: who speaks, what they confirm, and what is only their opinion."""

from __future__ import annotations

from pathlib import Path

from graph.batch import Batch, Link, Node
from loaders.everything import load

P1 = ("int-mensah-bonto/p1",)


def good(folder: Path) -> Batch:
    loaded = load(folder)
    assert loaded.problems == ()
    return loaded.batch


def node(batch: Batch, id_: str) -> Node:
    return next(node for node in batch.nodes if node.id == id_)


def said(batch: Batch, kind: str) -> tuple[Node, dict[str, Link]]:
    """Return the one lesson of this kind that the interview tells, and its links by target."""
    (lesson,) = (
        n
        for n in batch.nodes
        if n.properties.get("kind") == kind and n.id.startswith("int-mensah-bonto/")
    )
    return lesson, {k.target: k for k in batch.links if k.source == lesson.id}


def test_a_speaker_stands_for_an_actor_and_the_interview_for_its_page(records: Path) -> None:
    """
    # file: interviews/int-mensah-bonto.yaml
    id: int-mensah-bonto
    title: 'Kofi Mensah, Bonto'
    source: uni-2022-study
    medium: podcast
    interviewer: A student
    speaker: {name: Kofi Mensah, role: manager, actor: volta-resources, actor_name: Volta,
      voice: company}
    consent: published
    countries: [GHA]
    about: [per-quilla-plant]
    possible_match: [per-quilla-plant]
    relation_to_casebook: contradicts
    relation_why: He says that it never closed.
    independence: independent
    core: true
    passages:
    - {id: p1, at: first answer, says: He says that it never closed.}
    """
    batch = good(records)
    assert node(batch, "int-mensah-bonto").properties == {
        "title": "Kofi Mensah, Bonto",
        "voice": "company",
        "speaker": "Kofi Mensah",
        "role": "manager",
        "speaks_as": "Volta",
        "medium": "podcast",
        "interviewer": "A student",
        "consent": "published",
        "independence": "independent",
        "relation": "contradicts",
        "relation_why": "He says that it never closed.",
        "countries": ("GHA",),
        "core": True,
        "origin": "uni-2022-study",
    }
    assert {k for k in map(str, batch.links) if "int-mensah-bonto" in k} == {
        "int-mensah-bonto SPEAKS_FOR volta-resources",
        "int-mensah-bonto DERIVED_FROM uni-2022-study",
        "int-mensah-bonto TELLS_OF per-quilla-plant",
        "int-mensah-bonto/p1 FROM int-mensah-bonto",
    }


def test_a_fact_that_an_interview_confirms_carries_both_passages(records: Path) -> None:
    """
    # file: interviews/int-mensah-bonto.yaml
    id: int-mensah-bonto
    title: Kofi Mensah
    source: uni-2022-study
    speaker: {name: Kofi Mensah, actor_name: VOLTA resources!, voice: company}
    consent: published
    passages:
    - id: p1
      at: first answer
      says: He says that it never used mercury.
      facts:
      - {applied: HG-TECH, in: per-quilla-plant}
      - {applied: HG-TECH, in: per-quilla-plant, actor: condor-gold, note: since 2017}
    """
    links = good(records).links
    (applied,) = (k for k in links if k.type == "APPLIED")
    assert applied.passages == (*P1, "per-quilla-plant/p1", "per-quilla-plant/p2")
    used = {"intervention": "per-quilla-plant", "detail": "since 2017"}
    assert Link("USED", "condor-gold", "HG-TECH", used, P1) in links


def test_an_opinion_and_a_recommendation_become_lessons_never_facts(records: Path) -> None:
    """
    # file: interviews/int-mensah-bonto.yaml
    id: int-mensah-bonto
    title: Kofi Mensah
    source: uni-2022-study
    speaker: {name: Kofi Mensah, voice: miner}
    consent: published
    countries: [GHA]
    passages:
    - id: p1
      at: first answer
      says: He thinks that income will rise, and asks for contracts.
      facts:
      - {opinion: Income will rise., outcome: income, direction: improved, in: per-quilla-plant,
        actor_name: Condor}
      - {recommendation: Give contracts.}
    """
    batch = good(records)
    opinion, about = said(batch, "opinion")
    assert opinion.properties["text"] == "Income will rise."
    assert about == {
        "income": Link("ABOUT", opinion.id, "income", {"direction": "improved"}, P1),
        "per-quilla-plant": Link("ABOUT", opinion.id, "per-quilla-plant", {}, P1),
        "condor-gold": Link("ABOUT", opinion.id, "condor-gold", {}, P1),
    }
    _recommendation, about = said(batch, "recommendation")
    assert list(about) == ["GHA"]
    assert not [k for k in batch.links if k.type != "ABOUT" and P1[0] in k.passages]


def test_a_fact_outside_an_intervention_becomes_a_context_lesson(records: Path) -> None:
    """
    # file: interviews/int-mensah-bonto.yaml
    id: int-mensah-bonto
    title: Kofi Mensah
    source: uni-2022-study
    speaker: {name: Kofi Mensah, voice: miner}
    consent: published
    passages:
    - id: p1
      at: first answer
      says: In Ghana some use retorts; income fell.
      facts:
      - {in_country: GHA}
      - {applied: HG-TECH, actor: volta-resources}
      - {led_to: income, direction: worsened}
    """
    batch = good(records)
    context, about = said(batch, "context")
    assert context.properties["text"] == "In Ghana some use retorts; income fell."
    assert about.keys() == {"GHA", "HG-TECH", "income"}
    assert about["income"].properties == {"direction": "worsened"}
    assert Link("USED", "volta-resources", "HG-TECH", {}, P1) in batch.links


def test_a_name_that_no_actor_has_is_a_problem(records: Path) -> None:
    """
    # file: interviews/int-mensah-bonto.yaml
    id: int-mensah-bonto
    title: Kofi Mensah
    source: uni-2022-study
    speaker: {name: Kofi Mensah, actor_name: Condor Gold Mine, voice: miner}
    consent: published
    passages:
    - {id: p1, at: first answer, says: He speaks.}
    """
    (problem,) = load(records).problems
    assert str(problem) == (
        "interviews/int-mensah-bonto.yaml:4: no actor is called Condor Gold Mine; "
        "did you mean condor gold mines?; add it to actors.yaml if it is new"
    )
    assert "int-mensah-bonto/p1" in {n.id for n in load(records).batch.nodes}


def test_an_actor_of_its_own_id_wins_over_the_name(records: Path) -> None:
    """
    # file: interviews/int-mensah-bonto.yaml
    id: int-mensah-bonto
    title: Kofi Mensah
    source: uni-2022-study
    speaker: {name: Kofi Mensah, actor: volta-resources, actor_name: Somebody, voice: miner}
    consent: published
    passages:
    - {id: p1, at: first answer, says: He speaks.}
    """
    assert Link("SPEAKS_FOR", "int-mensah-bonto", "volta-resources") in good(records).links
