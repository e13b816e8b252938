"""From the text of a query to its tree, by the grammar in `cypher.lark`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

import lark
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from queries.finding import Finding, RefusedError, Rule
from queries.refusals import BARE_PATTERN, REFUSALS
from queries.subqueries import SHAPES, misshapen
from queries.syntax import Syntax

LONGEST, DEEPEST, NAMED = 20_000, 60, 8
ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\\u")

TOO_LONG = Rule(
    "too-long",
    "the query has {found} characters",
    f"write at most {LONGEST:,}; give long lists as parameters",
)
TOO_DEEP = Rule(
    "too-deep",
    f"the query is nested more than {DEEPEST} deep",
    "take steps apart with WITH",
)
ODD_CHARACTER = Rule(
    "odd-character",
    "found {found}, which can hide what a query does",
    "write it plainly, or give the text as a parameter",
)
SYNTAX = Rule("syntax", "found {found}", "here may stand {wanted}")
RULES = (
    TOO_LONG, TOO_DEEP, ODD_CHARACTER, SYNTAX, *(refusal.rule for refusal in REFUSALS), *SHAPES,
)  # fmt: skip

VALUE = {
    "TEXT", "INTEGER", "DECIMAL", "FLAG", "_NULL", "PARAMETER", "NAME", "TICKED", "LPAR", "LSQB",
    "LBRACE", "_CASE", "FUNCTION", "QUANTIFIER", "_REDUCE", "_EXISTS", "_COUNT", "_COLLECT", "_NOT",
    "PLUS", "MINUS",
}  # fmt: skip
SIGN = {
    "PLUS", "MINUS", "TIMES", "STAR", "DIVIDED", "MODULO", "POWER", "EQUALS", "COMPARED", "_IS",
    "_IN", "CONTAINS", "STARTS_WITH", "ENDS_WITH", "_AND", "_OR", "_XOR", "DOT", "LSQB", "COLON",
}  # fmt: skip
WORDS = {
    "$END": "the end",
    "NAME": "a name",
    "TICKED": "",
    "INTEGER": "a whole number",
    "PARAMETER": "a $parameter",
    "STARTS_WITH": "STARTS WITH",
    "ENDS_WITH": "ENDS WITH",
    "ASCENDING": "ASC",
    "DESCENDING": "DESC",
    "ALL_ROWS": "ALL",
    "FUNCTION": "a function",
    "_DOTS": "..",
}
SIGNS = {
    "LPAR": "(", "RPAR": ")", "LSQB": "[", "RSQB": "]", "LBRACE": "{", "RBRACE": "}", "COMMA": ",",
    "COLON": ":", "DOT": ".", "VBAR": "|", "MINUS": "-", "STAR": "*", "TIMES": "*", "EQUALS": "=",
    "TO": "->", "FRO": "<-",
}  # fmt: skip


def parse(text: str) -> Syntax:
    """Return the tree of a query; raises `RefusedError` where it leaves the grammar."""
    if len(text) > LONGEST:
        raise RefusedError(TOO_LONG.on(1, 1, found=f"{len(text):,}"))
    _refuse_odd(text)
    try:
        query = _syntax(_parser().parse(text), 0)
    except UnexpectedInput as stop:
        raise RefusedError(_finding(text, stop)) from None
    _refuse_reckoned_patterns(query)
    for found in misshapen(query):
        raise RefusedError(found)
    return query


@cache
def _parser() -> lark.Lark:
    grammar = files("queries").joinpath("cypher.lark").read_text("utf-8")
    return lark.Lark(
        grammar, start="query", parser="lalr", propagate_positions=True, maybe_placeholders=False
    )


def _syntax(tree: lark.Tree[lark.Token], depth: int) -> Syntax:
    if depth > DEEPEST:
        raise RefusedError(TOO_DEEP.on(tree.meta.line, tree.meta.column))
    parts = tuple(
        _word(child) if isinstance(child, lark.Token) else _syntax(child, depth + 1)
        for child in tree.children
    )
    if tree.data == "brackets":
        return parts[0]
    return Syntax(tree.data, tree.meta.line, tree.meta.column, "", parts)


def _word(token: lark.Token) -> Syntax:
    kind = "name" if token.type in {"NAME", "TICKED"} else token.type.lower()
    return Syntax(kind, token.line or 0, token.column or 0, token.strip("`"))


def _refuse_reckoned_patterns(query: Syntax) -> None:
    """Refuse `(a)-[r:TYPE]-(b)` in a condition, which the grammar reads as a minus and a list."""
    for piece in query.walk():
        if piece.kind == "sum" and piece.has("minus") and piece.has("list"):
            raise RefusedError(BARE_PATTERN.at(piece))


def _refuse_odd(text: str) -> None:
    found = ODD.search(text)
    at = found.start() if found else len(text)
    if not text.isascii():
        odd = (n for n, sign in enumerate(text) if _is_odd(sign))
        at = min(at, next(odd, at))
    if at < len(text):
        what = "\\u" if text.startswith("\\u", at) else _called(text[at])
        raise RefusedError(ODD_CHARACTER.on(*_place(text, at), found=what))


def _is_odd(sign: str) -> bool:
    """Tell whether a character is unseen, or ends a line for some readers and not for others."""
    return sign > "\x7f" and unicodedata.category(sign) in {
        "Cc",
        "Cf",
        "Cn",
        "Co",
        "Cs",
        "Zl",
        "Zp",
    }


def _called(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def _place(text: str, at: int) -> tuple[int, int]:
    line = text.count("\n", 0, at) + 1
    return line, at - text.rfind("\n", 0, at)


def _finding(text: str, stop: UnexpectedInput) -> Finding:
    at = stop.pos_in_stream
    if at is None or at < 0 or (isinstance(stop, UnexpectedToken) and stop.token.type == "$END"):
        at = len(text)
    expected = _expected(stop)
    for refusal in REFUSALS:
        begin = refusal.stands_at(text, at, expected)
        if begin >= 0:
            return refusal.rule.on(*_place(text, begin))
    if isinstance(stop, UnexpectedCharacters) and not text[at].isascii():
        return ODD_CHARACTER.on(*_place(text, at), found=_called(text[at]))
    return SYNTAX.on(*_place(text, at), found=_found(text, at), wanted=_listed(expected))


def _found(text: str, at: int) -> str:
    word = re.compile(r"[\w.]+|\S").match(text, at)
    return word.group() if word else "the end of the query"


def _expected(stop: UnexpectedInput) -> frozenset[str]:
    if isinstance(stop, UnexpectedToken):
        return frozenset(stop.expected)
    return frozenset(stop.allowed or ()) if isinstance(stop, UnexpectedCharacters) else frozenset()


def _listed(terminals: frozenset[str]) -> str:
    """Return the terminals of the grammar in plain words: a value, ... or a comparison."""
    left, words = terminals, list[str]()
    for whole, word in ((VALUE, "a value"), (SIGN, "an operator such as = or AND")):
        if len(left & whole) > len(whole) - 4:
            left, words = left - whole, [*words, word]
    words += sorted(
        {_plain(name) for name in left} - {""}, key=lambda word: (not word[0].isalpha(), word)
    )
    shown = words if len(words) <= NAMED else [*words[:NAMED], "..."]
    return " or ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]


def _plain(terminal: str) -> str:
    return WORDS.get(terminal, SIGNS.get(terminal, terminal.strip("_")))
