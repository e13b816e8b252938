"""A store that is damaged, locked, read-only or on a full disk: one line, and nothing lost."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from support_seam import Ran, Seam, seam_command

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


@pytest.fixture
def store(seam: Seam, registry: Path, tmp_path: Path) -> Path:
    """The folder of an embedded store with the test casebook."""
    assert seam("load", "--data", registry).code == 0
    return tmp_path / "store"


def one_line(ran: Ran) -> str:
    """Return the one line by which a command says that it cannot run."""
    assert ran.code == 2
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    return line


def run_limited(
    store: Path, *arguments: str | Path, limit: int | None = None, bound: bool = False
) -> Ran:
    """Run `seam` with files of at most so many bytes, or bound by the rights of files.

    Root is bound by no rights; without two of its capabilities it is bound as everybody is.
    """

    def limits() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if bound and os.geteuid() == 0:
            libc = ctypes.CDLL(None)
            for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
                libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)

    ran = subprocess.run(  # noqa: S603  our own command
        seam_command(*arguments, "--store", f"embedded:{store}"),
        preexec_fn=limits,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def garble_pointer(store: Path) -> None:
    (store / "current.json").write_bytes(b"\x00\xff garbage")


def cut_a_file(store: Path) -> None:
    file = max(store.glob("graph-*/db/*"), key=lambda path: path.stat().st_size)
    os.truncate(file, file.stat().st_size // 2)


def delete_the_folder(store: Path) -> None:
    for folder in store.glob("graph-*"):
        shutil.rmtree(folder)


@pytest.mark.parametrize("damage", [garble_pointer, cut_a_file, delete_the_folder])
def test_a_damaged_store_says_so_and_a_load_mends_it(
    seam: Seam, store: Path, registry: Path, damage: Callable[[Path], None]
) -> None:
    before = seam("dump").stdout
    damage(store)
    for arguments in (("dump",), ("withdraw", "uni-2022-study")):
        line = one_line(seam(*arguments))
        assert line.startswith(f"seam: the store at {store} is damaged (")
        assert line.endswith("); run `seam load` to rebuild it")
    assert seam("load", "--data", registry).code == 0
    assert seam("dump").stdout == before


def test_files_that_keep_their_size_but_not_their_bytes(
    seam: Seam, store: Path, registry: Path
) -> None:
    for file in store.glob("graph-*/db/*"):
        file.write_bytes(b"\x5a" * file.stat().st_size)
    line = one_line(seam("dump"))
    assert line.startswith(f"seam: the store at {store} is damaged (")
    (registry / "case_studies/per-quilla-plant.yaml").write_text("id: x\ntitle: Y\n")
    assert seam("load", "--data", registry).code in {0, 1}
    assert seam("dump").code == 0


def test_a_store_whose_folder_is_gone(seam: Seam, store: Path) -> None:
    shutil.rmtree(store)
    assert one_line(seam("dump")) == (
        f"seam: no graph at embedded:{store}; run `seam load` first, "
        "or name another with --store or SEAM_STORE"
    )


def test_a_file_where_the_folder_should_be(seam: Seam, registry: Path, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("not a folder")
    assert "no graph at" in one_line(seam("dump"))
    line = one_line(seam("load", "--data", registry))
    assert line.startswith(f"seam: cannot write the store at {tmp_path}/store (File exists)")
    assert (tmp_path / "store").read_text() == "not a folder"


def test_a_store_that_another_load_has_locked(seam: Seam, store: Path, registry: Path) -> None:
    before = seam("dump").stdout
    with (registry / "actors.yaml").open("a") as file:
        file.write("- {id: new, name: New, kind: company, type: company}\n")
    with FileLock(store / "lock"):
        line = one_line(seam("load", "--data", registry))
        assert line == (
            f"seam: another load is writing to {store}; wait for it to end and run this again"
        )
        assert seam("dump").stdout == before
    assert seam("load", "--data", registry).code == 0


def test_a_store_that_is_read_only_can_be_read_and_not_written(
    seam: Seam, store: Path, registry: Path
) -> None:
    before = seam("dump").stdout
    rights(store, 0o555)
    ran = run_limited(store, "dump", bound=True)
    assert (ran.code, ran.stdout) == (0, before), ran.stderr
    (registry / "case_studies/per-quilla-plant.yaml").unlink()
    (registry / "case_studies/x.yaml").write_text("id: x\ntitle: X\n")
    line = one_line(run_limited(store, "load", "--data", registry, bound=True))
    assert line == (
        f"seam: cannot write the store at {store} (Permission denied); "
        "what was there is unchanged; "
        "free some space or choose another place with --store embedded:PATH"
    )
    rights(store, 0o755)
    assert seam("dump").stdout == before


def test_a_store_that_this_user_may_not_read(store: Path) -> None:
    (store / "current.json").chmod(0o000)
    line = one_line(run_limited(store, "dump", bound=True))
    assert line.startswith(f"seam: cannot read the store at {store} (Permission denied)")


@pytest.mark.parametrize("limit", [0, 20_000, 300_000])
def test_a_full_disk_leaves_the_graph_as_it_was(
    seam: Seam, store: Path, registry: Path, limit: int
) -> None:
    before = seam("dump").stdout
    with (registry / "actors.yaml").open("a") as file:
        for n in range(6000):
            file.write(f"- {{id: actor-{n}, name: Number {n}, kind: company, type: company}}\n")
    line = one_line(run_limited(store, "load", "--data", registry, limit=limit))
    assert line.startswith(f"seam: cannot write the store at {store} (")
    assert "what was there is unchanged" in line
    assert seam("dump").stdout == before
    assert len(list(store.glob("graph-*"))) == 1
    assert seam("load", "--data", registry).code == 0


def test_reading_with_a_full_disk_harms_nothing(seam: Seam, store: Path) -> None:
    before = seam("dump").stdout
    ran = run_limited(store, "dump", limit=0)
    assert (ran.code, ran.stdout, ran.stderr) == (0, before, "")
    assert seam("dump").stdout == before


def rights(folder: Path, mode: int) -> None:
    """Give a folder and all in it these rights."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(mode)
