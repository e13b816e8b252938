"""Names of actors: who is meant by the words of a source."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import nearest
from graph.ids import folded
from loaders.records import Record


@dataclass
class Names:
    """The registry's names and aliases, compared without case, accents and punctuation."""

    _ids: dict[str, str] = field(default_factory=dict)

    def learn(self, record: Record, id_: str, name: str, aliases: tuple[str, ...]) -> None:
        """Add the names of an actor; a name that is another's is a problem."""
        for known in (name, *aliases):
            taken = self._ids.setdefault(folded(known), id_)
            if taken != id_:
                record.draft.problem(
                    record.place_of("aliases"),
                    f"{known} is already a name of {taken}",
                    "a name belongs to one actor",
                )

    def resolve(self, record: Record, field_: str) -> str:
        """Return the id of the actor that the field names, or refuse the record."""
        name = record.text(field_)
        id_ = self._ids.get(folded(name))
        if id_ is None:
            near = nearest(folded(name), self._ids)
            raise record.refuse(
                field_, f"no actor is called {name}", f"{near}; add it to actors.yaml if it is new"
            )
        return id_
