# `make run` opens kgtl on the shipped store; `make test` runs the whole test suite.
# Both make the environment in .venv first. PYTHON=… picks the interpreter (3.11 or later).

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
SOURCES := pyproject.toml constraints.txt
PYTEST_ARGS ?=

.PHONY: run test check lint types layers bench golden pictures schema manual wheel clean help

help: ## say what each target does
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

run: $(VENV)/.run ## open the explorer on the shipped store
	@$(BIN)/kgtl $(ARGS)

test: $(VENV)/.dev ## the whole test suite
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

check: lint types layers test ## everything that a change must pass

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

bench: $(VENV)/.dev ## the speed promises, as ratios to floors of the same run
	$(BIN)/python benchmarks/startup.py

pictures: $(VENV)/.dev ## draw the pictures of the README with the program itself
	$(BIN)/python docs/pictures.py

schema: $(VENV)/.dev ## write the JSON Schema of the store from the table of its keys
	$(BIN)/python -m timeline_tui.store.schema > timeline_tui/data/events.schema.json
	$(BIN)/python -m timeline_tui.store.schema source.schema.json > timeline_tui/data/source.schema.json

manual: $(VENV)/.dev ## write the manual page and the tables of docs from the tables of the program
	$(BIN)/python -m timeline_tui.cli.manual > docs/kgtl.1
	$(BIN)/python -m timeline_tui.cli.reference docs/*.md

golden: $(VENV)/.dev ## accept new goldens; read the diff before committing
	KGTL_UPDATE_GOLDENS=1 $(BIN)/python -m pytest tests/render -q
	git diff --stat -- '*golden*'

wheel: $(VENV)/.dev ## build the wheel, install it into a fresh environment and run it
	$(BIN)/python tests/packaging/build_and_run.py

clean: ## remove what the other targets make
	rm -rf $(VENV) dist build node_modules

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "kgtl needs Python 3.11 or later: install it, or name it with 'make PYTHON=/path/to/python3.12 …'." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11: name a newer one with 'make PYTHON=…'." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) cannot make a virtual environment: install its venv module (python3-venv on Debian and Ubuntu)." >&2; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.python $(SOURCES)
	@echo "Making the environment in $(VENV) …" >&2
	@$(PIP) -e .
	@$(BIN)/python -m compileall -q timeline_tui
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@echo "Adding the test tools to $(VENV) …" >&2
	@$(PIP) -e '.[test,lint]'
	@touch $@
