"""Interviews and published statements: one a file, in interviews/."""

from __future__ import annotations

from dataclasses import dataclass

from graph.batch import Link, Node, compact
from graph.ids import passage_id, text_id
from graph.model import DIRECTIONS, MODEL, RELATIONS, VOICES
from loaders.facts import VERBS, Told, state, verb_of
from loaders.names import Names
from loaders.records import Record
from loaders.sources import Documents, add_passage

JUDGEMENTS = ("opinion", "recommendation")
General = tuple[str, str | None, Record, str]
"""What a fact in general speaks of, in which direction, the fact, and its verb."""


@dataclass(frozen=True, slots=True)
class Speech:
    """An interview as it is being read: its id, what it is about, and the names it may use."""

    id: str
    about: tuple[str, ...]
    countries: tuple[str, ...]
    names: Names


def read(record: Record, documents: Documents, names: Names) -> tuple[str, tuple[str, ...]]:
    """Add the interview with its passages and all they say; return its id and its passages'."""
    id_, source = record.new_id(), record.text("source")
    speech = Speech(id_, record.texts("about"), record.texts("countries"), names)
    _node(record, speech)
    record.draft.link(Link("DERIVED_FROM", id_, source), record.place_of("source"))
    _tells_of(record, speech)
    if record.maybe_text("withdrawn") is not None:
        record.draft.withdraw(id_)
    passages = []
    for passage in record.records("passages"):
        with passage.reading():
            said = passage.claim(passage_id(id_, passage.text("id")))
            passages.append(said)
            words = add_passage(said, id_, passage, documents)
            _context(passage, said, words, _say(passage, said, speech))
    return id_, tuple(passages)


def _node(record: Record, speech: Speech) -> None:
    with record.record("speaker").reading() as speaker:
        properties = compact(
            title=record.text("title"),
            voice=speaker.choice("voice", VOICES),
            speaker=speaker.maybe_text("name"),
            role=speaker.maybe_text("role"),
            speaks_as=speaker.maybe_text("actor_name"),
            medium=record.maybe_text("medium"),
            interviewer=record.maybe_text("interviewer"),
            consent=record.text("consent"),
            independence=record.maybe_choice("independence", _choices("independence")),
            relation=record.maybe_choice("relation_to_casebook", RELATIONS),
            relation_why=record.maybe_text("relation_why"),
            countries=speech.countries,
            core=record.flag("core"),
        )
        record.draft.node(Node("Interview", speech.id, properties), record.place_of("id"))
        actor = _actor(speaker, speech.names)
        if actor is not None:
            record.draft.link(Link("SPEAKS_FOR", speech.id, actor), speaker.place)


def _choices(name: str) -> tuple[str, ...]:
    return MODEL.choices("Interview", name)


def _tells_of(record: Record, speech: Speech) -> None:
    relation = record.maybe_text("relation_to_casebook") or "general"
    possible = [c for c in record.texts("possible_match") if c not in speech.about]
    for name, word, cases in (
        ("about", relation, speech.about),
        ("possible_match", "possible-match", possible),
    ):
        for case in cases:
            link = Link("TELLS_OF", speech.id, case, compact(relation=word))
            record.draft.link(link, record.place_of(name))


def _say(passage: Record, said: str, speech: Speech) -> list[General]:
    """Add what the passage says of interventions, and return what it says in general."""
    general = []
    for fact in passage.records("facts"):
        with fact.reading():
            verb = verb_of(fact, (*VERBS, *JUDGEMENTS))
            if verb in JUDGEMENTS:
                _judge(fact, verb, said, speech)
            elif fact.has("in"):
                _state(fact, verb, said, speech.names)
            else:
                general.append(_general(fact, verb, said, speech.names))
    return general


def _state(fact: Record, verb: str, said: str, names: Names) -> None:
    intervention, actor = fact.text("in"), _actor(fact, names)
    state(Told(fact, intervention, (said,)), verb)
    if actor is not None and verb == "applied":
        _used(fact, actor, said, intervention)


def _used(fact: Record, actor: str, said: str, intervention: str | None) -> None:
    properties = compact(intervention=intervention, detail=fact.maybe_text("note"))
    link = Link("USED", actor, fact.text("applied"), properties, (said,))
    fact.draft.link(link, fact.place_of("applied"))


def _general(fact: Record, verb: str, said: str, names: Names) -> General:
    """Return what a fact outside any intervention speaks of; the words stay in its passage."""
    target = fact.text(verb)
    direction = fact.maybe_choice("direction", DIRECTIONS)
    fact.leave("as", "as_described", "note")
    actor = _actor(fact, names)
    if actor is not None and verb == "applied":
        _used(fact, actor, said, None)
    return target, direction, fact, verb


def _context(passage: Record, said: str, text: str, general: list[General]) -> None:
    if not general:
        return
    lesson = Node("Lesson", text_id(said, "context", text), compact(text=text, kind="context"))
    passage.draft.node(lesson, passage.place_of("id"))
    for target, direction, fact, verb in general:
        link = Link("ABOUT", lesson.id, target, compact(direction=direction), (said,))
        passage.draft.link(link, fact.place_of(verb))


def _judge(fact: Record, verb: str, said: str, speech: Speech) -> None:
    text = fact.text(verb)
    actor, direction = _actor(fact, speech.names), fact.maybe_choice("direction", DIRECTIONS)
    about = {name: fact.maybe_text(name) for name in ("in", "strategy", "outcome")}
    lesson = Node("Lesson", text_id(said, verb, text), compact(text=text, kind=verb))
    fact.draft.node(lesson, fact.place_of(verb))
    targets = [(name, id_) for name, id_ in (*about.items(), ("actor", actor)) if id_ is not None]
    if not targets:
        targets = [(verb, id_) for id_ in speech.about or speech.countries]
    for name, id_ in targets:
        properties = compact(direction=direction if name == "outcome" else None)
        fact.draft.link(Link("ABOUT", lesson.id, id_, properties, (said,)), fact.place_of(name))


def _actor(record: Record, names: Names) -> str | None:
    """Return the actor that a fact or speaker names by id, or else by name."""
    if record.has("actor"):
        record.leave("actor_name")
        return record.text("actor")
    return names.resolve(record, "actor_name") if record.has("actor_name") else None
