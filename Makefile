# Everything is checked from here; .ci/run calls `make test`. Needs python3 (3.11 or later), make and a package index.

PYTHON ?= python3
BIN := .venv/bin
# Bare `pip install` would fetch build tools unlocked for the few packages that come as source;
# they are locked too (requirements-build.txt), and nothing is built in isolation.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --use-pep517

.PHONY: demo pictures gallery test check format lint types pytest docs lock boundaries cleaning contradictions corrections kinship languages leads mornings newswire novelty printed reading relations reprints retellings small stories two_days bench daily months large pages parsing fetching faults gate quality clean

demo: .venv/runtime  ## the digest of a sample bundle
	$(BIN)/summarize digest samples/dam

test: .venv/dev  ## format, lint, types, tests, doctests and the examples of the documentation
	@$(MAKE) --no-print-directory check

check: format lint types pytest

format:
	$(BIN)/ruff format --check .

lint:
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

pytest:
	$(BIN)/pytest

docs: .venv/dev  ## what the examples in the documentation print, renewed
	$(BIN)/python -m tests.documents

# What each prints: docs/contributing.md.
boundaries cleaning contradictions corrections kinship languages leads mornings newswire novelty printed reading relations reprints retellings small stories two_days: .venv/dev  ## quality tables; need the development data
	$(BIN)/python -m tests.quality.$@

gate: .venv/dev  ## no method scores less than it did; measures what of the data is there
	$(BIN)/python -m tests.quality.gate

quality: .venv/dev  ## docs/quality.md, measured anew; needs the development data, takes half an hour
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.quality.report

bench: .venv/runtime  ## time and memory of the digest
	$(BIN)/python -m tests.quality.bench

daily: .venv/dev  ## time and memory of the daily job: fifty feeds, ten of them hanging; 20,000 articles
	$(BIN)/python -m tests.quality.briefing

months: .venv/dev  ## time, memory and the size of the state over sixty days of runs; half an hour
	$(BIN)/python -m tests.quality.months

large: .venv/dev  ## time and memory of one very large story, as a digest and in a briefing
	$(BIN)/python -m tests.quality.large

faults: .venv/dev  ## hostile inputs, the large ones too; half an hour
	$(BIN)/pytest -m "full or not full" tests/faults

pages: .venv/dev  ## how much of each page's article is read, and how little else
	$(BIN)/python -m tests.quality.pages

parsing: .venv/dev  ## what parsing pages in a process of their own costs
	$(BIN)/python -m tests.quality.parsing

fetching: .venv/dev  ## what our policy adds to a fetch, on loopback
	$(BIN)/python -m tests.quality.fetching

pictures: .venv/dev  ## the sentence graph that the documentation shows
	$(BIN)/summarize digest samples/dam --title "The Hallin Dam" --picture docs/picture-dam.svg -o /dev/null

gallery: .venv/dev  ## docs/gallery.md, its pictures, and how long pages take to open; needs Chromium
	$(BIN)/python -m tests.browser.gallery

# Stamps: an environment is made again only when what it is made from has changed.
.venv/build: requirements-build.txt
	$(PYTHON) -c 'import sys; sys.exit("summarize needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements-build.txt
	@touch $@

.venv/runtime: .venv/build requirements.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --editable .
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

# The locks hold versions and hashes only. They are resolved on the oldest Python we support, so
# that every newer one finds wheels as well; tests/test_packaging.py reads them.
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" .lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --no-config

lock:
	$(PYTHON) -m venv .lock
	.lock/bin/pip install --quiet pip-tools==7.6.2
	$(COMPILE) --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	printf '%s\n' 'hatchling>=1.26' editables 'setuptools>=70.1' | $(COMPILE) --constraint requirements.txt --output-file requirements-build.txt -
	rm -rf .lock

clean:
	rm -rf .venv .lock .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
