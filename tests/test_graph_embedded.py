"""The embedded store: readers never wait, a kill never harms, leftovers go with the next load."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.batch import Batch, Node
from graph.canonical import version_of
from graph.engines.embedded import EmbeddedStore
from graph.errors import DamagedStoreError, StoreError
from graph.model import MODEL

KILLS = 12
WRITER = """
import sys
from pathlib import Path
from graph.batch import Batch, Node
from graph.engines.embedded import EmbeddedStore
path, text, count = sys.argv[1:]
batch = Batch(tuple(Node("Note", f"n{i:06}", {"text": text}) for i in range(int(count))))
store = EmbeddedStore(Path(path))
print("go", flush=True)
store.write(batch)
print("done", flush=True)
"""
READER = """
import sys, time
from pathlib import Path
from graph.engines.embedded import EmbeddedStore
store = EmbeddedStore(Path(sys.argv[1]))
while True:
    rows = store.read("MATCH (n:Note) RETURN DISTINCT n.text AS text").rows
    print(*(row[0] for row in rows), flush=True)
    time.sleep(0.01)
"""
TEXTS = "MATCH (n:Note) RETURN n.text AS text"


def notes(text: str, count: int = 50) -> Batch:
    return Batch(tuple(Node("Note", f"n{i:06}", {"text": text}) for i in range(count)))


def texts(store: EmbeddedStore) -> set[str]:
    return {str(row[0]) for row in store.read(TEXTS).rows}


def running(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  our own code
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


def folders(path: Path) -> list[str]:
    return sorted(p.name for p in path.iterdir() if p.name.startswith("graph-"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_a_reader_in_another_process_reads_on_through_a_load_and_sees_the_new_data(
    path: Path,
) -> None:
    store = EmbeddedStore(path)
    store.write(notes("old"))
    with running(READER, path) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == "old\n"
        store.write(notes("new", 20_000))
        ended = time.monotonic()
        seen = [line for line in iter(reader.stdout.readline, "new\n") if line != "old\n"]
        assert seen == []
        assert time.monotonic() - ended < 2
        store.write(notes("newest"))
        store.write(notes("last"))
        assert "last\n" in iter(reader.stdout.readline, "")
        assert reader.poll() is None
        reader.kill()


def test_eight_threads_read_whole_graphs_while_loads_swap_them(path: Path) -> None:
    store = EmbeddedStore(path)
    store.write(notes("0"))
    stop, seen, errors = threading.Event(), set[str](), list[StoreError]()

    def read() -> None:
        while not stop.is_set():
            try:
                found = [str(row[0]) for row in store.read(TEXTS).rows]
            except StoreError as error:
                errors.append(error)
                return
            assert len(found) == 50
            assert len(set(found)) == 1
            seen.update(found)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for number in range(1, 9):
        store.write(notes(str(number)))
    time.sleep(0.1)
    stop.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert "8" in seen


def test_a_load_killed_at_any_moment_leaves_a_whole_graph(path: Path) -> None:
    store, order = EmbeddedStore(path), random.Random(11)  # noqa: S311  moments, no secret
    store.write(notes("old"))
    cut_short = 0
    for number in range(KILLS):
        with running(WRITER, path, f"new {number}", "4000") as load:
            assert load.stdout
            assert load.stdout.readline() == "go\n"
            time.sleep(order.uniform(0, 0.15))
            load.kill()
            done = load.stdout.read() == "done\n"
        cut_short += not done
        found = texts(store)
        assert len(found) == 1
        assert found <= {"old", f"new {number}"}
        if found != {"old"}:
            assert len(store.read(TEXTS).rows) == 4000
            store.write(notes("old"))
    assert cut_short > KILLS // 3
    store.write(notes("after"))
    assert texts(store) == {"after"}
    assert len(folders(path)) <= 2


def test_what_killed_loads_left_goes_with_the_next_load(path: Path) -> None:
    store = EmbeddedStore(path)
    store.write(notes("old"))
    for name in ("graph-killed1", "graph-killed2"):
        (path / name / "db").mkdir(parents=True)
        (path / name / "db" / "half.bucket").write_bytes(b"x" * 100)
    store.write(notes("new"))
    assert not {"graph-killed1", "graph-killed2"} & set(folders(path))
    assert texts(store) == {"new"}


def test_of_two_loads_at_once_one_waits_for_the_other(path: Path) -> None:
    with running(WRITER, path, "one", "4000") as one, running(WRITER, path, "two", "4000") as two:
        assert [one.wait(60), two.wait(60)] == [0, 0]
    assert len(texts(EmbeddedStore(path))) == 1


def break_pointer(path: Path) -> None:
    (path / "current.json").write_text("{garbage")


def empty_pointer(path: Path) -> None:
    (path / "current.json").write_bytes(b"")


def binary_pointer(path: Path) -> None:
    (path / "current.json").write_bytes(b"\xff\xfe\x00")


def list_pointer(path: Path) -> None:
    (path / "current.json").write_text("[1]")


def other_format(path: Path) -> None:
    text = (path / "current.json").read_text()
    (path / "current.json").write_text(text.replace('"format": ', '"format": 9'))


def cut_file(path: Path) -> None:
    largest = max(path.glob("graph-*/db/*"), key=lambda p: p.stat().st_size)
    largest.write_bytes(largest.read_bytes()[: largest.stat().st_size // 2])


def lose_file(path: Path) -> None:
    next(path.glob("graph-*/db/Note*")).unlink()


def lose_folder(path: Path) -> None:
    for file in path.glob("graph-*/db/*"):
        file.unlink()


DAMAGES: list[Callable[[Path], None]] = [
    break_pointer,
    empty_pointer,
    binary_pointer,
    list_pointer,
    other_format,
    cut_file,
    lose_file,
    lose_folder,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_says_so_and_the_next_load_mends_it(
    path: Path, damage: Callable[[Path], None]
) -> None:
    store = EmbeddedStore(path)
    store.write(notes("old"))
    store.close()
    damage(path)
    with pytest.raises(DamagedStoreError, match="run `seam load` to rebuild it"):
        store.read(TEXTS)
    assert store.write(notes("old"))
    assert texts(store) == {"old"}
    assert store.version() == version_of(MODEL, notes("old"))


def test_a_closed_store_holds_no_file_open(path: Path) -> None:
    store = EmbeddedStore(path)
    store.write(notes("old"))
    assert texts(store) == {"old"}
    store.close()
    held = [link for link in Path("/proc/self/fd").iterdir() if str(path) in str(target(link))]
    assert held == []


def target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""
