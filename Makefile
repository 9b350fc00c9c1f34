# The two commands: `make demo` and `make test`. Both set up a virtual environment from the hashed
# locks, with nothing but python3 (3.11 or later, with venv and pip) and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test lock schema clean

demo: $(VENV)/.stamp-run
	@for plan in corpus/*/plan.pdf; do \
	  folder=$$(dirname "$$plan"); \
	  $(BIN)/planfacts extract "$$folder"/plan.pdf "$$folder"/plan.md "$$folder"/plan.txt \
	    --name full -o "out/$$(basename "$$folder")" || exit $$?; \
	done
	@echo "The extractions are in out/, one JSON file a document."

# A worker a core, but no more than memory is sure to be there for: each keeps what it has read. What
# measures time runs by itself after them, untraced.
WORKERS := -n logical --maxprocesses 4 --dist worksteal

test: $(VENV)/.stamp-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not alone" $(WORKERS) --cov
	$(BIN)/pytest -m alone tests

# Stamps make the second run quick. The package itself is installed editable and without its
# dependencies (the lock has them, hashes and all); the build backend is in the lock too.
# What is installed so is not compiled: no first run of the command has to wait for that. Of what
# only the checks need they compile what they import, which is little of it.
$(VENV)/.stamp-run: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install -qq --require-hashes -r requirements.lock
	$(PIP) install -qq --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q extractor schemas
	touch $@

$(VENV)/.stamp-dev: requirements-dev.lock $(VENV)/.stamp-run
	$(PIP) install -qq --no-compile --require-hashes -r requirements-dev.lock
	touch $@

# Resolves pyproject.toml anew into both locks, hashes of every platform included. The resolver
# lives in a throw-away environment; the run-time lock is held to the versions of the other.
LOCK = $(VENV)-lock/bin/uv pip compile pyproject.toml - --no-config --universal \
  --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install -qq "uv>=0.9"
	printf 'hatchling\neditables\n' | $(LOCK) --extra dev --upgrade -o requirements-dev.lock
	printf 'hatchling\neditables\n' | $(LOCK) -c requirements-dev.lock --upgrade -o requirements.lock
	rm -rf $(VENV)-lock

schema: $(VENV)/.stamp-run
	$(BIN)/planfacts schema --write schemas/json

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
