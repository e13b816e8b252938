# Every target brings what it needs to a machine that has only Python 3.11, git and make.

.DEFAULT_GOAL := help
.PHONY: help setup explore test check bench

READY := .venv/ready
ARGS :=

# A checkout that was moved has scripts that point to where it was: set it up again.
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

help: ## say what each target does
	@echo 'make TARGET [ARGS="..."]'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' Makefile

setup: $(READY) ## bring Seam and its packages into .venv (.venv/bin/seam)

$(READY): uv.lock pyproject.toml .ci/setup
	@sh .ci/setup

explore: setup ## load the records and open the explorer (ARGS="--port 8600")
	.venv/bin/seam load || test $$? -eq 1
	.venv/bin/seam explore $(ARGS)

test: setup ## run the tests, a real Neo4j and a real browser included (ARGS="-k records")
	.venv/bin/python -m pytest $(ARGS)

check: setup ## lint, format and types
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: setup ## measure CPU time and memory, and print the table
	.venv/bin/python -m pytest tests/benchmarks -o python_files='bench_*.py' $(ARGS)
