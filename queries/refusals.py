"""What people write in Cypher that the dialect leaves out: each with the reason and the remedy.

The grammar has no place for these. Where it stops, they say why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from queries.finding import Rule


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule with the pattern of the text where the grammar stops.

    The pattern may begin up to `back` characters earlier; its group, if it has one, is the place to
    name. `amid` names what else the grammar must have a place for there.
    """

    rule: Rule
    pattern: re.Pattern[str]
    back: int = 0
    amid: frozenset[str] = frozenset()

    def stands_at(self, text: str, at: int, expected: frozenset[str]) -> int:
        """Return where the pattern begins if it covers this place, else -1."""
        if self.amid <= expected:
            for found in self.pattern.finditer(text, max(0, at - self.back), at + AHEAD):
                if found.start() <= at < max(found.end(), found.start() + 1):
                    return found.start(found.lastindex or 0)
        return -1


def _words(words: str) -> str:
    return rf"(?i)\b(?:{words})\b"


def _refusal(  # noqa: PLR0913  the columns of the table below
    name: str, pattern: str, reason: str, instead: str, *, back: int = 0, amid: str = ""
) -> Refusal:
    rule = Rule(name, reason, instead)
    return Refusal(rule, re.compile(pattern), back, frozenset(amid.split()))


AHEAD = 80
NODE = r"\([^()\[\]'\"]*\)"
LINK = r"\s*<?\s*-\s*(?:\[\s*\w*\s*[:*\]]|-\s*>?)"
CONDITION = r"(?i)\b(?:WHERE|NOT|AND|X?OR|WHEN|THEN|ELSE|RETURN|WITH|size|exists|,)[\s(]*?"

BARE_PATTERN = Rule(
    "bare-pattern",
    "a pattern is no condition by itself",
    "write EXISTS {{ (a)-[:TYPE]->(b) }}",
)
REFUSALS = (
    _refusal(
        "load-csv",
        _words(r"LOAD\s+CSV|LOAD"),
        "LOAD CSV reads files and addresses",
        "put the data into records and load them",
    ),
    _refusal(
        "call",
        _words("CALL|YIELD"),
        "CALL runs procedures, which differ between engines and may write",
        "use MATCH, EXISTS {{ }}, COUNT {{ }} and WITH; paths are for `seam paths`",
    ),
    _refusal(
        "writing",
        _words(
            "CREATE|MERGE|SET|DELETE|DETACH|NODETACH|REMOVE|FOREACH|INSERT|UPDATE|UPSERT|TRUNCATE"
        ),
        "a question never writes",
        "write MATCH ... RETURN; records change the graph, `seam load` brings them in",
    ),
    _refusal(
        "administration",
        _words(
            "DROP|ALTER|SHOW|TERMINATE|GRANT|DENY|REVOKE|RENAME|START|STOP|USE|ENABLE|DEALLOCATE"
        ),
        "commands of the server are no questions",
        "write MATCH ... RETURN; `seam store` says what the graph holds",
    ),
    _refusal(
        "plan",
        _words("EXPLAIN|PROFILE|USING|CYPHER"),
        "plans, hints and options differ between engines",
        "leave the word out",
    ),
    _refusal(
        "no-cypher",
        _words("SELECT|TRAVERSE|FROM|GROUP|HAVING|JOIN"),
        "this is another language's word",
        "write MATCH ... RETURN; what GROUP BY does, an aggregate beside a bare column does",
    ),
    _refusal(
        "new-clause",
        _words("FINISH|FILTER|LET|FOR|NEXT|OFFSET"),
        "the clause is of some versions only",
        "write WITH ... WHERE for FILTER, WITH for LET, UNWIND for FOR, SKIP for OFFSET",
    ),
    _refusal(
        "regular-expression",
        r"=~",
        "regular expressions differ between engines and may run for ever",
        "write CONTAINS, STARTS WITH or ENDS WITH, with toLower(...) on both sides",
        back=1,
    ),
    _refusal(
        "other-sign",
        r"!=|==|\|\||&&|!",
        "this sign is not Cypher on both engines",
        "write <> for !=, = for ==, + for ||, AND for &&, NOT for !",
        back=1,
    ),
    _refusal(
        "block-comment",
        r"/\*|\*/",
        "a comment in /* */ may hide what follows",
        "write // at the start of each line of it",
        back=1,
    ),
    _refusal("semicolon", r";", "a question is one query", "leave the semicolon out"),
    _refusal(
        "shortest-path",
        _words("shortestPath|allShortestPaths|SHORTEST|ANY SHORTEST|ALL SHORTEST"),
        "shortest paths differ between engines",
        "ask `seam paths FROM TO`, which is the same for both",
        back=20,
    ),
    _refusal(
        "quantified-path",
        r"\)\s*(?:\{\s*\d*\s*,|\{\s*\d+\s*\}|[+*])|(?:->|-)\s*(?:\{|[+*])|\(\s*\(\s*\w*\s*[:)]",
        "quantified paths are of some versions only",
        "write the number of steps in the link: -[:APPLIED*1..3]->",
        back=6,
    ),
    _refusal(
        "map-projection",
        r"\w\s*\{\s*\.",
        "maps as values differ between engines",
        "return each property as a column of its own",
        back=6,
    ),
    _refusal(
        "pattern-comprehension",
        rf"\[\s*(?:\w+\s*=\s*)?{NODE}{LINK}",
        "a pattern inside a list gives other rows on some versions",
        "write MATCH or OPTIONAL MATCH and collect(...)",
        back=120,
    ),
    Refusal(BARE_PATTERN, re.compile(rf"{CONDITION}({NODE}{LINK})"), back=120),
    _refusal(
        "inline-where",
        _words("WHERE"),
        "WHERE inside a pattern is of some versions only",
        "write the WHERE after the whole pattern",
        amid="RPAR LBRACE",
    ),
    _refusal(
        "both-arrows",
        r"->",
        "an arrow at both ends means no direction",
        "write -[...]- for either direction",
    ),
)
"""In the order in which they are tried."""
