"""`seam explore`: the explorer, served on this machine."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from contextlib import closing
from pathlib import Path

from graph.errors import NoGraphError, SeamError
from ui.commands.load import load
from ui.settings import FREE_CYPHER, Settings, settings

APP = Path(__file__).parents[1] / "streamlit_app.py"
FIRST_PORT, LAST_PORT = 8501, 8599


def explore(options: argparse.Namespace) -> int:
    """Serve the pages until stopped; an embedded store without a graph is loaded first."""
    chosen = settings(options.store)
    _make_ready(chosen, options)
    port = _port(options.host, options.port)
    os.environ |= _environment(chosen) | ({FREE_CYPHER: "on"} if options.cypher else {})
    os.chdir(APP.parent)
    from streamlit.web import cli  # noqa: PLC0415  only the explorer needs it

    print(f"Seam is at http://{options.host}:{port}", file=sys.stderr)
    cli.main(
        [
            "run",
            str(APP),
            f"--server.port={port}",
            f"--server.address={options.host}",
            f"--server.headless={str(options.no_browser).lower()}",
        ],
        standalone_mode=False,
    )
    return 0


def _make_ready(chosen: Settings, options: argparse.Namespace) -> None:
    with closing(chosen.open()) as store:
        try:
            store.version()
        except NoGraphError:
            print("no graph yet: loading the records", file=sys.stderr)
            load(argparse.Namespace(**vars(options), data=None))


def _environment(chosen: Settings) -> dict[str, str]:
    url = chosen.store_url
    if url.startswith("embedded:"):
        url = f"embedded:{Path(url.removeprefix('embedded:')).expanduser().absolute()}"
    sign_in = chosen.sign_in
    return {
        "SEAM_STORE": url,
        "SEAM_DATA": str(chosen.data.absolute()),
        "SEAM_NEO4J_USER": sign_in.user if sign_in else "",
        "SEAM_NEO4J_PASSWORD": sign_in.password if sign_in else "",
    }


def _port(host: str, wanted: int | None) -> int:
    if wanted is not None and not 0 < wanted <= 65535:
        raise SeamError(f"{wanted} is no port; write a number from 1 to 65535")
    for port in [wanted] if wanted else range(FIRST_PORT, LAST_PORT + 1):
        if _is_free(host, port):
            return port
    taken = wanted or f"every port from {FIRST_PORT} to {LAST_PORT}"
    raise SeamError(f"{taken} is in use on {host}; choose another with --port")


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
