"""The `seam` command: results on stdout, messages on stderr.

It ends with 0 when all is fine, 1 when records have problems, 2 when it cannot run.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from graph.errors import SeamError

CANNOT_RUN = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = parser().parse_args(arguments, argparse.Namespace(store=None))
    command = import_module(f"ui.commands.{options.module}")
    try:
        return int(getattr(command, options.function)(options))
    except SeamError as error:
        print(f"seam: {error}", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("seam: stopped", file=sys.stderr)
    return CANNOT_RUN


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    store = argparse.ArgumentParser(add_help=False)
    store.add_argument(
        "--store",
        metavar="URL",
        default=argparse.SUPPRESS,
        help="embedded:PATH or neo4j://HOST:PORT (default: SEAM_STORE, else embedded:.seam)",
    )
    top = argparse.ArgumentParser(prog="seam", description=__doc__, parents=[store])
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, module: str, help_: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_, description=help_, parents=[store])
        made.set_defaults(module=module, function=name)
        return made

    for name, help_ in (
        ("load", "read the records and make them the graph"),
        ("check", "read the records and say what is wrong with them"),
    ):
        add(name, "load", help_).add_argument(
            "--data", metavar="DIR", help="the data folder (default: SEAM_DATA, else data)"
        )
    add("questions", "ask", "list the saved questions").add_argument(
        "--json", action="store_true", help="with parameters and columns, as JSON"
    )
    _ask(add)
    _cypher(add)
    proof = add("proof", "proof", "show the passages that say something")
    proof.add_argument("source", metavar="ID", help="a node, or the node a link starts from")
    proof.add_argument("link", metavar="LINK", nargs="?", help="the type of the link, as LED_TO")
    proof.add_argument("target", metavar="TO", nargs="?", help="the node it leads to")
    add("dump", "store", "print the whole graph, one JSON object a line, in canonical order")
    add(
        "withdraw", "store", "take a source out of the graph, and all that only it says"
    ).add_argument("source", metavar="SOURCE", help="the id of the source")
    add("store", "store", "say which engine holds the graph, where, and what is in it")
    _diff(add("diff", "diff", "say what differs between two snapshots, in words"))
    _network(add)
    explore = add("explore", "explore", "open the explorer in a browser")
    explore.add_argument("--port", type=int, metavar="N", help="(default: 8501 or the next free)")
    explore.add_argument("--host", default="127.0.0.1", metavar="H", help="(default: this machine)")
    explore.add_argument(
        "--cypher", action="store_true", help="with a page for queries of your own"
    )
    explore.add_argument("--no-browser", action="store_true", help="only serve the pages")
    return top


def _ask(add: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    ask = add("ask", "ask", "ask a saved question")
    ask.add_argument(
        "name", metavar="NAME", nargs="?", help="its name, as `seam questions` lists it"
    )
    ask.add_argument("values", metavar="KEY=VALUE", nargs="*", help="its parameters")
    ask.add_argument(
        "--words",
        metavar="SENTENCE",
        help="instead of a name: in your own words, in English, French, Spanish or Portuguese",
    )
    ask.add_argument(
        "--format",
        choices=("table", "csv", "json", "markdown"),
        default="table",
        help="of the answer",
    )


def _cypher(add: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    lint = add("lint", "lint", "say where queries leave the dialect")
    lint.add_argument("files", metavar="FILE", nargs="+", help="a query, saved or not")
    lint.epilog = "Ends with 0 when nothing is found, 1 when something is, 2 when it cannot read."
    cypher = add("cypher", "cypher", "ask a query of your own; it only reads")
    cypher.add_argument(
        "words",
        metavar="QUERY | KEY=VALUE",
        nargs="*",
        help="the query in quotes or - for stdin, then its parameters: as JSON, else as text",
    )
    cypher.add_argument("--file", metavar="F", help="a file that holds the query")
    cypher.add_argument(
        "--rows", type=int, default=1_000, metavar="N", help="rows at most (default: 1000)"
    )
    cypher.add_argument(
        "--format",
        choices=("table", "csv", "json", "markdown"),
        default="table",
        help="of the answer",
    )


def _diff(made: argparse.ArgumentParser) -> None:
    kept = "a file that `seam dump` wrote, a store's URL, or a folder of records"
    made.add_argument("old", metavar="OLD", help=f"the one before: {kept}")
    made.add_argument("new", metavar="NEW", help="the one after, kept in any of these ways too")
    made.add_argument(
        "--question",
        metavar=("NAME", "KEY=VALUE"),
        nargs="+",
        action="append",
        default=[],
        help="only this question, with these parameters; may be given again",
    )
    made.add_argument(
        "--format", choices=("text", "json", "markdown"), default="text", help="of what is said"
    )
    made.add_argument(
        "--most",
        type=int,
        default=10,
        metavar="N",
        help="rows a question and members a list (default: 10; json has all)",
    )
    made.add_argument("--passages", action="store_true", help="by their ids, not by their number")
    made.epilog = "Ends with 0 when nothing differs, 1 when something does, 2 when it cannot run."


def _network(add: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    paths = add("paths", "network", "say how two actors are connected")
    paths.add_argument("start", metavar="A", help="an actor, by its id, name or alias")
    paths.add_argument("end", metavar="B", help="another")
    paths.add_argument(
        "--longest", type=int, default=6, metavar="N", help="links of a path (default: 6)"
    )
    paths.add_argument("--most", type=int, default=20, metavar="M", help="paths (default: 20)")
    paths.add_argument("--all", action="store_true", help="longer paths too, not only the shortest")
    bridges = add("bridges", "network", "list the actors that connect groups of others")
    bridges.add_argument("--most", type=int, default=20, metavar="N", help="rows (default: 20)")
    groups = add("communities", "network", "list the groups of actors that work together")
    similar = add("similar", "network", "list the actors that did what an actor did")
    similar.add_argument("actor", metavar="ACTOR", help="an actor, by its id, name or alias")
    similar.add_argument("--most", type=int, default=10, metavar="N", help="rows (default: 10)")
    similar.add_argument("--apart", action="store_true", help="only those it never worked with")
    for made in (paths, bridges, groups, similar):
        made.epilog = "Computed, not stated by a source; the passages behind it stand in each row."
        made.add_argument(
            "--format",
            choices=("table", "csv", "json", "markdown"),
            default="table",
            help="of the answer",
        )


if __name__ == "__main__":
    sys.exit(main())
