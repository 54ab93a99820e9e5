# `make help` lists what can be made. Each target sets the machine up first, if need be.

PYTHON ?= python3
BIN = .venv/bin
SET_UP = PYTHONPATH=tools "$(PYTHON)" -B -m waraq.setting_up

.DEFAULT_GOAL := build
.PHONY: build test setup setup-tests check update words bench lock clean help python

build: setup ## Build every language and handout into _build/site/ (what `make` alone does)
	$(BIN)/waraq build

test: setup-tests ## Run every check and every test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

check: setup ## Check sources, facts and translations; build nothing
	$(BIN)/waraq check

update: words ## Carry changes of the sources and of the theme's labels into the translation catalogs
	$(BIN)/waraq update

words: setup ## Write down the labels of the theme anew, after a change of its templates
	$(BIN)/python -m waraq.catalogs.theme_words

setup: python ## Bring what a build needs (WARAQ_APT=no: install nothing with apt-get)
	@$(SET_UP)

setup-tests: python ## Bring what the tests need, too
	@$(SET_UP) --tests

bench: setup-tests ## Compare the speed with plain Sphinx, side by side (some minutes)
	$(BIN)/python tests/benchmarks/compare.py
	$(BIN)/python tests/benchmarks/print.py

clean: ## Remove what was built; what the set-up brought stays
	rm -rf _build .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find conf.py tools tests -name __pycache__ -prune -exec rm -rf {} +

help: ## List what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14

python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo \
	'Python 3.11 or newer is missing: it runs everything here. Debian 12 or later: `sudo apt-get install python3`;' \
	'Fedora: `sudo dnf install python3`; macOS: `brew install python@3.13`. If it has another name than' \
	'"$(PYTHON)", say so: `make PYTHON=python3.13`.' >&2; exit 3; }

# The locks. Pins stay as they are where they still fit; `make lock UPGRADE=--upgrade` takes the newest.
UV_VERSION = 0.13.9
UPGRADE =
LOCK_NOTE = \# Written by `make lock` from pyproject.toml: change it there.
COMPILE = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --annotation-style line --group build
VERAPDF = tests/print/verapdf

lock: python ## Write the lock files anew, after a change of the dependencies
	rm -rf .tools/lock && "$(PYTHON)" -m venv .tools/lock/venv
	.tools/lock/venv/bin/pip install --quiet uv==$(UV_VERSION)
	.tools/lock/venv/bin/$(COMPILE) --group dev $(UPGRADE) --output-file requirements-dev.txt >.tools/lock/log
	.tools/lock/venv/bin/$(COMPILE) --constraint requirements-dev.txt --output-file requirements.txt >.tools/lock/log
	for lock in requirements.txt requirements-dev.txt; do \
		{ echo '$(LOCK_NOTE)'; grep -v '^# Written' $$lock; } >.tools/lock/part && cp .tools/lock/part $$lock || exit 1; done
	npm install --package-lock-only
	mvn --quiet --batch-mode --file $(VERAPDF)/pom.xml dependency:copy-dependencies \
		-DoutputDirectory="$(CURDIR)/.tools/lock/verapdf"
	"$(PYTHON)" -B -c 'import hashlib, pathlib, sys; \
		[print(hashlib.sha256(jar.read_bytes()).hexdigest(), jar.name, sep="  ") \
		for jar in sorted(pathlib.Path(".tools/lock/verapdf").glob("*.jar"))]' >$(VERAPDF)/jars.sha256
	rm -rf .tools/lock
