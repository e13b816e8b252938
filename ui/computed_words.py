"""What must be said beside computed results: how much is shown, and how far to trust it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.analysis.bridges import Bridges
from graph.analysis.communities import Communities
from graph.analysis.network import Network
from graph.analysis.paths import Paths
from graph.analysis.similarity import FEW, Similar
from ui.i18n import say, say_count


def paths(network: Network, found: Paths, longest: int) -> list[str]:
    """Say how two actors are connected, or what each of them hangs together with."""
    ends = {"start": network.name(found.start), "end": network.name(found.end)}
    if found.shortest is None:
        first, second = (say_count("connections.actors", part) for part in found.parts)
        return [say("connections.apart_parts", **ends, first=first, second=second)]
    shortest = say_count("connections.links", found.shortest)
    if not found.paths:
        return [say("connections.too_long", **ends, longest=longest, shortest=shortest)]
    ways = say_count("connections.found", len(found.paths))
    said = [say("connections.shortest", **ends, links=shortest, ways=ways)]
    return [*said, say("connections.cut")] if found.cut else said


def bridges(found: Bridges, shown: int) -> list[str]:
    """Say how many actors connect groups, and whether that is estimated."""
    every = len(found.bridges)
    if not every:
        return [say("connections.no_bridges")]
    counts = {"actors": found.actors, "communities": found.communities}
    said = [say("connections.bridges_said", bridges=every, **counts)]
    if every > shown:
        said.append(say("connections.bridges_some", shown=shown, all=every))
    if found.sampled:
        said.append(say("connections.sampled", n=found.sampled))
    return [*said, say("connections.partition")]


def communities(found: Communities) -> list[str]:
    """Say how many groups there are, who is left out, and that other groupings are possible."""
    if not found.communities:
        return [say("connections.no_communities")]
    counted = say_count("connections.communities", len(found.communities))
    alone = say_count("connections.actors", found.alone)
    sharp = f"{found.modularity:.2f}"
    said = say("connections.communities_said", communities=counted, alone=alone, modularity=sharp)
    return [said, say("connections.partition")]


def similar(
    network: Network, actor: str, found: Sequence[Similar], *, apart: bool = False
) -> list[str]:
    """Say that nobody is alike, or that likeness says little of an actor in few interventions."""
    name = network.name(actor)
    if not found:
        return [say(f"connections.no_similar{'_apart' if apart else ''}", name=name)]
    few = len(network.interventions(actor)) < FEW
    return [say("connections.few", name=name)] if few else []
