# make demo   install the core into .venv and lint the samples
# make test   install what the tests need and run them all
# make lint, make types, make docs, make bench, make train: what their names say
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types docs pages train bench clean

demo: .venv/.core
	@$(BIN)/replylint check docs/samples/*.json docs/samples/*.txt docs/samples/*.eml docs/samples/batch.jsonl; \
	code=$$?; test $$code -le 1    # 1 means findings, which the samples are there to show; 2 is a real error

test: .venv/.dev
	$(BIN)/pytest -n auto

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: .venv/.dev
	$(BIN)/mypy

docs: .venv/.docs
	$(BIN)/mkdocs build --strict

pages: .venv/.core
	$(BIN)/replylint rules docs docs/rules

train: .venv/.core
	$(BIN)/python training/train.py

bench: .venv/.bench
	$(BIN)/python tests/benchmarks/throughput.py
	$(BIN)/python tests/benchmarks/peers.py

clean:
	rm -rf .venv site

.venv/.python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "replylint needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.core: .venv/.python pyproject.toml
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

.venv/.dev .venv/.docs .venv/.bench: .venv/.%: .venv/.python pyproject.toml
	$(BIN)/python -m pip install --quiet -e ".[$*]"
	@touch $@
