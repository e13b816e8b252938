"""Case studies: one intervention a file, in case_studies/."""

from __future__ import annotations

from collections.abc import Mapping

from graph.batch import Node, compact
from loaders.facts import VERBS, Told, state, verb_of
from loaders.records import Record
from loaders.sources import Documents, read_passages, said_by


def read(record: Record, documents: Documents, interviews: Mapping[str, tuple[str, ...]]) -> None:
    """Add the intervention, its passages and its facts.

    `interviews` gives the passages of every interview: where `told_by` names the interviews that
    alone tell the story, its summary rests on all of them.
    """
    id_, title, summary = record.new_id(), record.text("title"), record.maybe_text("summary")
    told_by = record.texts("told_by")
    place = record.place_of("told_by")
    unknown = [i for i in told_by if not record.draft.require(i, "Interview", place)]
    passages = read_passages(id_, record, documents)
    heard = [p for i in told_by for p in interviews.get(i, ())]
    rests_on = () if unknown else (*passages.values(), *heard)
    properties = compact(title=title, summary=summary, summary_passages=tuple(sorted(rests_on)))
    record.draft.node(Node("Intervention", id_, properties), record.place_of("id"))
    for fact in record.records("facts"):
        with fact.reading():
            verb = verb_of(fact, tuple(VERBS))
            state(Told(fact, id_, said_by(fact, id_, passages)), verb)
