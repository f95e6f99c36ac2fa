SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test setup setup-run free-port lint format test-sqlite test-postgresql frontend locks bench

PORT ?= 8000
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-16s %s\n", $$1, $$2 }'

run: free-port setup-run ## Prepare, load Somerset and Cornwall with demo sign-ins, and serve (PORT=8000)
	@PORT=$(PORT) $(BIN)/python manage.py load_demo
	@echo; echo "Serving until Ctrl-C."
	@exec $(BIN)/gunicorn config.wsgi --bind 127.0.0.1:$(PORT) --workers $$((2 * $$(nproc))) --timeout 120 \
		--no-control-socket --log-level warning

test: setup lint test-sqlite test-postgresql ## Prepare, check the code, and run every test on SQLite and on PostgreSQL

setup: ## Prepare everything that running and testing need, and stop
	@config/setup.sh all
	@echo "Prepared."

setup-run:
	@config/setup.sh run

free-port:
	@! (: </dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null || { \
		echo "Something answers on port $(PORT) already. Stop it, or serve on another: make run PORT=$$(($(PORT) + 1))" >&2; exit 1; }

lint: ## Check style, imports between rooms, types, templates, dependencies, migrations and production settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/mypy
	$(BIN)/deptry .
	$(BIN)/python manage.py makemigrations --check --dry-run
	env -u DATABASE_URL -u DEBUG WEIGHBRIDGE_MODE=production ALLOWED_HOSTS=weighbridge.example \
		SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(48))') \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

format: ## Put the code into the one style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test-sqlite: ## Run every test on SQLite
	DATABASE_URL=sqlite:///.local/weighbridge.sqlite3 $(BIN)/pytest -n 2 --dist worksteal

# Core, house, the reading of spreadsheets and the rendering of PDF and workbook have nothing of a database in them (what
# is stored of an import is in tests/appraisal/services), so SQLite's run has said all there is to say of them.
test-postgresql: ## Run the tests on PostgreSQL (journeys in a browser only where the database matters)
	DATABASE_URL=$$(config/postgres.sh) $(BIN)/pytest -n 2 --dist worksteal -m "not journey or both_databases" \
		--ignore=tests/core --ignore=tests/architecture --ignore=tests/appraisal/workbook \
		--ignore-glob='*/reports/test_pdf*' --ignore-glob='*/reports/test_excel*' --ignore-glob='*/reports/test_robustness*'

frontend: ## Build the front-end files anew
	config/frontend/build.sh

# As set-up does: behind a proxy only the machine's own certificates are the right ones.
locks: export UV_SYSTEM_CERTS ?= true
locks: export NODE_EXTRA_CA_CERTS ?= $(wildcard /etc/ssl/certs/ca-certificates.crt)
locks: ## Resolve the locked versions anew: hashes, no addresses
	$(COMPILE) pyproject.toml -o config/requirements/base.lock --upgrade
	$(COMPILE) pyproject.toml --group dev -o config/requirements/dev.lock --upgrade
	$(COMPILE) --group installer -o config/requirements/installer.lock --upgrade
	$(COMPILE) --group node -o config/requirements/node.lock --upgrade
	PATH="$$PWD/.local/node/bin:$$PATH" $(BIN)/python config/frontend/lock.py

bench: setup ## Measure the ratios of docs/figures.md on this machine
	$(BIN)/python -m tests.benchmarks

