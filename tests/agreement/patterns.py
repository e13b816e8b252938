"""Random patterns: chains of nodes and links that follow the links of the graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agreement.pieces import Piece, Row, Tree, maybe, piece
from agreement.scope import Draw, LinkVar, NodeVar
from graph.batch import Link, Node
from graph.model import MODEL

ANY: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _End:
    """Where a chain has come to: the variable, if it has one, and its witness."""

    name: str
    witness: Node | None


def chain(draw: Draw, start: str = "", longest: int = 3) -> Piece:
    """Draw a chain from a variable, or from a node of its own, and put its variables into scope."""
    first, end = _start(draw, start)
    used: list[Link] = []
    parts: list[Tree] = [first]
    for _ in range(draw.random.choice(range(1, longest + 1))):
        if _link(draw, end, used) is None and len(parts) > 1:
            break
        step, end = _step(draw, end, used)
        parts.append(step)
    return Piece((parts[0], Row(tuple(parts[1:]))))


def node(draw: Draw, label: str = "") -> Piece:
    """Draw a pattern of one node."""
    ids = draw.graph.ids(label) if label else list(draw.graph.nodes)
    witness = draw.graph.nodes[draw.random.choice(ids)] if ids else None
    written, _end = _new(draw, witness, named=True, wanted=(label,) if label else ANY)
    return written


def _start(draw: Draw, start: str) -> tuple[Piece, _End]:
    if start:
        return piece("", f"({start})"), _End(start, draw.scope.nodes[start].witness)
    link = draw.random.choice(draw.graph.links)
    end = draw.graph.nodes[draw.random.choice((link.source, link.target))]
    return _new(draw, end, named=draw.often(0.9))


def _step(draw: Draw, end: _End, used: list[Link]) -> tuple[Piece, _End]:
    if draw.often(0.08) and (walked := _walk(draw, end)):
        return walked
    link = _link(draw, end, used)
    if link is None:
        return _stray(draw)
    used.append(link)
    here = end.witness.id if end.witness else ""
    outward = link.source == here and (link.target != here or draw.often(0.5))
    far = draw.graph.nodes[link.target if outward else link.source]
    types, written = _types(draw, link.type)
    name = draw.name("r") if draw.often(0.6) else ""
    detail = Piece(("[", name, written, _held(draw, link), "]"))
    if name:
        draw.scope.links[name] = LinkVar(types, link)
    close = _known(draw, far, end.name) if draw.often(0.5) else ""
    ending = (piece("", f"({close})"), _End(close, far)) if close else _new(draw, far)
    return Piece((_arrow(draw, detail, outward=outward), ending[0])), ending[1]


def _arrow(draw: Draw, detail: Tree, *, outward: bool) -> Piece:
    if draw.often(0.15):
        return Piece(("-", detail, "-"))
    return Piece(("-", detail, "->") if outward else ("<-", detail, "-"))


def _link(draw: Draw, end: _End, used: Sequence[Link]) -> Link | None:
    if end.witness is None:
        return None
    free = [link for link in draw.graph.at[end.witness.id] if link not in used]
    return draw.random.choice(free) if free else None


def _stray(draw: Draw) -> tuple[Piece, _End]:
    """Draw a step that may fit nothing."""
    type_ = draw.random.choice(MODEL.links)
    name = draw.name("r")
    draw.scope.links[name] = LinkVar((type_.type,), None)
    far, end = _new(draw, None, wanted=(draw.random.choice((*type_.targets, *type_.sources)),))
    return Piece((f"-[{name}:{type_.type}]-", far)), end


def _walk(draw: Draw, end: _End) -> tuple[Piece, _End] | None:
    """Draw a step over one to three links of the same few types."""
    here, types = end.witness, set[str]()
    for _ in range(draw.random.choice((1, 2))):
        link = _link(draw, _End("", here), ())
        if here is None or link is None:
            return None
        types.add(link.type)
        here = draw.graph.nodes[link.target if link.source == here.id else link.source]
    length = draw.random.choice(("*1..2", "*1..3", "*2", "*0..1", "*2..3"))
    far, ending = _new(draw, here)
    return Piece((f"-[:{'|'.join(sorted(types))}{length}]-", far)), ending


def _types(draw: Draw, type_: str) -> tuple[tuple[str, ...], str]:
    if draw.often(0.07):
        return tuple(link.type for link in MODEL.links), ""
    if draw.often(0.15):
        both = (type_, draw.random.choice([link.type for link in MODEL.links]))
        return both, f":{'|'.join(both)}"
    return (type_,), f":{type_}"


def linked(draw: Draw) -> list[str]:
    """Return the variables from whose witnesses a chain can go on."""
    return [
        name for name, var in draw.scope.nodes.items() if _link(draw, _End(name, var.witness), ())
    ]


def _held(draw: Draw, link: Link) -> Row:
    """Draw what a link must hold, now and then."""
    texts = {name: value for name, value in link.properties.items() if isinstance(value, str)}
    if not texts or not draw.often(0.08):
        return Row(())
    name = draw.random.choice(sorted(texts))
    return maybe(" {", name, ": ", draw.constant(texts[name], "text"), "}")


def _known(draw: Draw, far: Node, but: str) -> str:
    """Return a variable whose witness is this node, if there is one."""
    known = [n for n, var in draw.scope.nodes.items() if var.witness == far and n != but]
    return draw.random.choice(known) if known else ""


def _new(
    draw: Draw, witness: Node | None, *, named: bool | None = None, wanted: tuple[str, ...] = ANY
) -> tuple[Piece, _End]:
    labels, written = _labels(draw, witness, wanted)
    name = draw.name("n") if (draw.often(0.7) if named is None else named) else ""
    if name:
        draw.scope.nodes[name] = NodeVar(labels, witness)
    held: Tree = ""
    if witness and draw.often(0.05):
        held = maybe(" {id: ", draw.constant(witness.id, "text"), "}")
    return Piece(("(", name, written, held, ")")), _End(name, witness)


def _labels(
    draw: Draw, witness: Node | None, wanted: tuple[str, ...]
) -> tuple[tuple[str, ...], Tree]:
    if witness is None:
        label = wanted[0] if wanted else draw.random.choice(MODEL.nodes).label
        return (label,), f":{label}"
    own = MODEL.labels(witness.label)
    if wanted:
        return wanted, f":{wanted[0]}"
    if draw.often(0.2):
        return tuple(n.label for n in MODEL.nodes), ""
    if draw.often(0.12):
        other = draw.random.choice([n.label for n in MODEL.nodes if n.label not in own])
        both = (witness.label, other)
        return both, f":{'|'.join(both)}"
    label = draw.random.choice(own)
    return (label,), maybe(f":{label}")
