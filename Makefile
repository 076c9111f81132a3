# The two commands of the README, and what stands behind them. Everything is installed into .venv on demand.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := PIP_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet

.DEFAULT_GOAL := help
.PHONY: bench brief check clean help lint record replay test types

help: ## Show these targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1  /p' Makefile

brief: .venv/run ## Write briefing.md from the five seed articles, and print it
	@$(BIN)/summarizer brief seeds --output briefing.md || [ $$? -eq 1 ]
	@cat briefing.md

test: .venv/dev ## Run the tests: offline, replayed
	@$(BIN)/python -m pytest

lint: .venv/dev ## Check style and security rules
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/dev ## Check the types
	@$(BIN)/mypy

check: test lint types ## Everything CI runs

replay: .venv/dev ## Write briefing.replayed.md from the recorded answers of a language model
	@$(BIN)/python -m tests.replay briefing.replayed.md && cat briefing.replayed.md

record: .venv/dev ## Record the cassettes again (OPENAI_API_KEY, or OPENAI_BASE_URL)
	@$(BIN)/python -m tests.record

clean: ## Remove what was built
	@rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis briefing.md briefing.replayed.md

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "summarizer needs Python 3.11 or newer; set PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python pyproject.toml constraints.txt
	@echo "installing summarizer into .venv" >&2
	@$(INSTALL) --editable .
	@touch $@

.venv/dev: .venv/run
	@echo "installing the development tools into .venv" >&2
	@$(INSTALL) --editable '.[dev]'
	@touch $@
