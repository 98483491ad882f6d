# Sleutelbos. `make` alone tells what you can do; `make serve` and `make test` do all set-up.
.DEFAULT_GOAL := help
.PHONY: help serve test accept site offline check report publish bench lock clean
PYTHON ?= python3
PORT ?= 8000
RUN := .venv/bin/python
# MkDocs 1.6 is pinned; Material's notice about MkDocs 2 is noise for an editor.
export NO_MKDOCS_2_WARNING := 1
# We use no plugins of pydantic's; looking for them takes a tenth of a check.
export PYDANTIC_DISABLE_PLUGINS := __all__

help: ## Zeg wat je kunt doen
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 16

serve: .venv/ready ## Toon de gids op je eigen toestel, en elke wijziging meteen
	STOP_AT_MACRO_ERROR=false $(RUN) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: .venv/ready .venv/chromium ## Doe alle proeven, ook in een echte browser
	$(RUN) -m pytest --numprocesses auto --dist loadfile

accept: .venv/ready ## Aanvaard wat de tests nu tonen als wat we beloven
	$(RUN) -m pytest tests/test_pages.py tests/test_mistakes.py --accept

site: .venv/ready ## Bouw de gids in site/; bij een fout blijft de vorige staan
	$(RUN) -m macros site

offline: .venv/ready ## Bouw de gids in offline/, om te openen van een schijf of een stick, zonder server
	$(RUN) -m mkdocs build --strict --no-directory-urls --site-dir offline

check: .venv/ready ## Kijk alleen de inhoud na
	@$(RUN) -m macros check

report: .venv/ready ## Zeg wat onderhoud vraagt: niet nagekeken, nergens genoemd, nog aan te vullen
	@$(RUN) -m macros report

publish: .venv/ready ## Schrijf elk nieuw vast adres in content/published.tsv, bij een uitgave
	@$(RUN) -m macros publish

bench: .venv/ready .venv/chromium ## Meet hoe snel de gids gebouwd wordt en hoe goed je erin vindt, en schrijf het in BENCHMARKS.md
	$(RUN) tests/bench.py

lock: .venv/ready ## Zet nieuwe versies van de pakketten vast
	$(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile requirements.in --universal --python-version 3.11.2 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean: ## Haal weg wat gebouwd is
	rm -rf .venv .build site offline

.venv/ready: requirements.lock .ci/need
	@sh .ci/need python $(PYTHON)
	@sh .ci/need pango $(PYTHON)
	$(PYTHON) -m venv .venv
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/chromium: .venv/ready .ci/need
	@sh .ci/need browser
	@touch $@
