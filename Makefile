# The two commands: `make demo` and `make test`. Both set up a virtual environment from the hashed
# locks, with nothing but python3 (3.11 or later, with venv and pip) and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test types alone lock schema clean

demo: $(VENV)/.stamp-run
	@for plan in corpus/*/plan.pdf; do \
	  folder=$$(dirname "$$plan"); \
	  $(BIN)/planfacts extract "$$folder"/plan.pdf "$$folder"/plan.md "$$folder"/plan.txt \
	    --name full -o "out/$$(basename "$$folder")" || exit $$?; \
	done
	@echo "The extractions are in out/, one JSON file a document."

# A worker a core, but no more than memory is sure to be there for: each keeps what it has read. What
# measures time runs by itself before them, untraced; it takes one core, and types are looked at
# beside it. What Python compiles is kept, whatever is usual here: tests begin many processes.
WORKERS := -n logical --maxprocesses 4 --dist worksteal

test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.stamp-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(MAKE) --no-print-directory -j 2 types alone
	$(BIN)/pytest -m "not alone" $(WORKERS) --cov

types: $(VENV)/.stamp-dev
	$(BIN)/mypy
	$(BIN)/lint-imports

# Only what has such tests is collected, and those of `batch`, which need both cores, come last.
alone: $(VENV)/.stamp-dev
	$(BIN)/pytest -m alone $$(grep -rl --include="test_*.py" "mark\.alone" tests | sort -r)

# Stamps make the second run quick. uv installs in a fifth of the time that pip takes; pip brings it,
# and is asked itself where uv finds nothing: what a machine tells pip, of a mirror say, uv does not
# read. The package itself is installed editable and without its dependencies (the lock has them,
# hashes and all); the build backend is in the lock too.
# What is installed so is compiled: no first run of the command has to wait for that. Of what only
# the checks need they compile what they import, which is little of it.
UV := $(BIN)/uv pip install --python $(BIN)/python --quiet --require-hashes

$(VENV)/.stamp-run: requirements-uv.lock requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install -qq --require-hashes -r requirements-uv.lock
	$(UV) --compile-bytecode -r requirements.lock || \
	  $(PIP) install -qq --require-hashes -r requirements.lock
	$(PIP) install -qq --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q extractor schemas
	touch $@

$(VENV)/.stamp-dev: requirements-dev.lock $(VENV)/.stamp-run
	$(UV) -r requirements-dev.lock || \
	  $(PIP) install -qq --no-compile --require-hashes -r requirements-dev.lock
	touch $@

# Resolves pyproject.toml anew into both locks, and uv into its own, hashes of every platform
# included. The resolver lives in a throw-away environment; the run-time lock is held to the versions
# of the other.
RESOLVE = $(VENV)-lock/bin/uv pip compile --no-config --universal --python-version 3.11 \
  --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet
LOCK = $(RESOLVE) pyproject.toml -
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install -qq "uv>=0.9"
	printf 'hatchling\neditables\n' | $(LOCK) --extra dev --upgrade -o requirements-dev.lock
	printf 'hatchling\neditables\n' | $(LOCK) -c requirements-dev.lock --upgrade -o requirements.lock
	printf 'uv\n' | $(RESOLVE) - --upgrade -o requirements-uv.lock
	rm -rf $(VENV)-lock

schema: $(VENV)/.stamp-run
	$(BIN)/planfacts schema --write schemas/json

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
