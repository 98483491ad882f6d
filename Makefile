# Sleutelbos. `make` alone tells what you can do; `make serve` and `make test` do all set-up.
.DEFAULT_GOAL := help
.PHONY: help serve check quick test accept report links new rename merge withdraw book site online offline portable verify container proposal publish bench audit quality pictures lint format tidy hooks lock fresh release clean
PYTHON ?= python3
DEBIAN ?= 12 13
RUN := .venv/bin/python
PIP := $(RUN) -m pip --quiet --disable-pip-version-check
# npm looks for node, that came with the development packages, on the path.
NPM := PATH="$(CURDIR)/.venv/bin:$$PATH" npm --silent
# What builds a container, docker or podman.
ENGINE ?= $(shell command -v podman || echo docker)
PYTEST := $(RUN) -m pytest --numprocesses auto --dist worksteal
# MkDocs 1.6 is pinned; Material's notice about MkDocs 2 is noise for an editor.
export NO_MKDOCS_2_WARNING := 1
# We use no plugins of pydantic's; looking for them takes a tenth of a check.
export PYDANTIC_DISABLE_PLUGINS := __all__

help: ## Zeg wat je kunt doen
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 18

serve: .venv/ready ## Toon de gids op je eigen toestel, en elke wijziging meteen
	$(RUN) -m macros serve $(PORT)

check: .venv/ready ## Kijk alleen de inhoud na
	@$(RUN) -m macros check

proposal: .venv/ready ## Kijk een voorstel na, en schrijf het antwoord in Markdown: make proposal FILE=antwoord.md
	@$(RUN) -m macros proposal $${FILE:-antwoord.md}

quick: .venv/dev .venv/npm ## Doe de proeven die geen browser en geen gebouwde gids nodig hebben
	$(NPM) test
	$(PYTEST) tests --ignore tests/built

# Tests start Python hundreds of times: what it compiled, it keeps, also where a machine is set not to.
test: export PYTHONDONTWRITEBYTECODE :=
test: export MUTATIONS ?= 1000
test: export DOCUMENTS ?= 60
test: .venv/dev .venv/npm .venv/chromium ## Doe alle proeven, ook in een echte browser
	$(NPM) test
	$(PYTEST)

accept: .venv/dev ## Aanvaard wat de tests nu tonen als wat we beloven
	$(RUN) -m pytest tests/test_pages.py tests/test_mistakes.py --accept

report: .venv/ready ## Zeg wat onderhoud vraagt: niet nagekeken, nergens genoemd, nog aan te vullen
	@$(RUN) -m macros report

links: .venv/ready ## Open elk adres buiten de gids, en zeg wat niet antwoordt; make links BEWAAR=ja dateert wat goed antwoordt
	@$(RUN) -m macros links $(if $(filter ja,$(BEWAAR)),--bewaar)

# What is given on the line of make, is in the environment too: so any sign may stand in it.
new: .venv/ready ## Maak een nieuw stuk, met vragen: make new, of make new SOORT=tip TITEL="Zwaai eerst"
	@$(RUN) -m macros new $${SOORT:+"$$SOORT"} $${TITEL:+--title "$$TITEL"}

rename: .venv/ready ## Geef een stuk een andere id: make rename STUK=tip:familiemuur ID=fotomuur
	@$(RUN) -m macros rename $${STUK:+"$$STUK"} $${ID:+"$$ID"}

merge: .venv/ready ## Laat een stuk opgaan in een ander: make merge STUK=tip:fotomuur IN=tip:familiemuur
	@$(RUN) -m macros merge $${STUK:+"$$STUK"} $${IN:+"$$IN"}

withdraw: .venv/ready ## Haal een stuk uit de gids; zijn adres blijft antwoorden: make withdraw STUK=tip:familiemuur
	@$(RUN) -m macros withdraw $${STUK:+"$$STUK"}

site: .venv/ready ## Bouw de gids in site/; bij een fout blijft de vorige staan
	$(RUN) -m macros site

book: .venv/ready ## Maak boeken (PDF) in books/, van alles of van één stuk: make book STUK=aanbeveling:a1, of STUK=gids
	@$(RUN) -m macros book books $${STUK:+"$$STUK"}

online: .venv/ready ## Bouw de gids in site/, om op het web te zetten: make online, of make online ADRES=https://school.be/gids/
	@$(RUN) -m macros online $${ADRES:+"$$ADRES"}

offline: .venv/ready ## Bouw de gids in offline/, om te openen van een schijf of een stick, zonder server
	$(RUN) -m macros offline

portable: .venv/ready ## Schrijf de gids in portable/ als gewone Markdown, die elke bouwer bouwt: met een blad over verhuizen
	@rm -rf .portable.new && $(RUN) -m macros export .portable.new && rm -rf portable && mv .portable.new portable
	@echo "De gids staat in portable/. Hoe je ermee verhuist, lees je in portable/LEES-MIJ.md."

verify: .venv/ready ## Bouw de gids zes keer in andere omstandigheden, en zeg of elke byte gelijk is; ADRES kan erbij
	@$(RUN) tests/verify.py $${ADRES:+"$$ADRES"}

publish: .venv/ready ## Schrijf elk nieuw vast adres in content/published.tsv, bij een uitgave
	@$(RUN) -m macros publish

container: ## Maak een container met de gids en een server: make container ADRES=https://school.be/gids/
	$(ENGINE) build --file container/Containerfile --build-arg ADRES --tag sleutelbos .

bench: .venv/dev .venv/chromium ## Meet hoe snel de gids gebouwd wordt en hoe goed je erin vindt, en schrijf het in BENCHMARKS.md
	$(RUN) tests/bench.py $(PART)

audit: .venv/dev .venv/audits/ready ## Laat drie programma's van anderen elk HTML-bestand van de gids nakijken; SITE zegt welke
	@$(RUN) tests/audit.py $(SITE)

quality: .venv/dev .venv/chromium .venv/audits/ready ## Meet hoe goed de gids is, en schrijf het in content/quality.tsv; PART meet een deel
	@$(RUN) tests/quality.py $(PART)

# The slowest, mypy, works beside the others; what it found is told last.
lint: .venv/dev .venv/npm ## Kijk de code na, en zeg alles wat elk gereedschap vindt
	@mkdir -p .build && { .venv/bin/mypy >.build/mypy.txt 2>&1; echo $$? >.build/mypy.rc; } & \
	for tool in '.venv/bin/ruff check' '.venv/bin/ruff format --check --output-format concise' '.venv/bin/lint-imports --cache-dir .build/imports' '$(NPM) run types' '$(NPM) run style'; do \
		echo "$$tool" | sed 's,.* npm --silent,npm,'; eval "$$tool" || wrong=1; \
	done; echo .venv/bin/mypy; wait; cat .build/mypy.txt; exit $${wrong:-$$(cat .build/mypy.rc)}

format: .venv/ready ## Schrijf elk bestand in content/ zoals afgesproken; wat erin staat, blijft
	@$(RUN) -m macros format $(FILE)

tidy: .venv/dev .venv/npm ## Zet de code in de vorm die we afspraken
	.venv/bin/ruff format
	$(NPM) run format

hooks: .venv/dev ## Laat git voortaan nakijken wat je bewaart
	.venv/bin/pre-commit install

lock: .venv/ready ## Zet de versies van de pakketten vast, met hun hashes
	$(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv
	for name in requirements requirements-dev requirements-audit; do \
		.venv/lock/bin/uv pip compile $$name.in --universal --python-version 3.11.2 --generate-hashes --no-emit-index-url --no-header --quiet --output-file $$name.lock || exit; \
	done

fresh: ## Proef serve en test op een Debian waar nog niets staat, of op een ervan: make fresh DEBIAN=12
	@.ci/fresh $(DEBIAN)

pictures: .venv/dev .venv/chromium ## Teken de beelden die bij een gedeelde link verschijnen
	$(RUN) tests/pictures.py

release: .venv/dev ## Breng een uitgave uit: alles nakijken, nieuwe adressen, een datum in CHANGELOG.md, en een tag
	@$(RUN) .ci/release.py

clean: ## Haal weg wat gebouwd is
	rm -rf .venv .build site offline portable books node_modules .site.* .offline.* .portable.*

# The guide: Python, Pango, and the packages that make it.
.venv/ready: requirements.lock pyproject.toml .ci/need
	@sh .ci/need python $(PYTHON)
	@sh .ci/need pango $(PYTHON)
	@echo "De pakketten worden klaargezet. Dat duurt de eerste keer een minuut."
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# What tests it and keeps it; node comes along.
.venv/dev: requirements-dev.lock .venv/ready
	@echo "De pakketten voor de tests worden klaargezet."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@sh .ci/need node
	@touch $@

.venv/chromium: .venv/ready
	@sh .ci/need browser
	@touch $@

.venv/npm: package.json package-lock.json .venv/dev
	$(NPM) ci --no-audit --no-fund --ignore-scripts
	@touch $@

# Checkers of others, and the Java that one of them runs on: 100 MB that only an audit needs.
.venv/audits/ready: requirements-audit.lock tests/audits/package-lock.json .venv/dev
	@echo "De controles van anderen worden klaargezet."
	@$(PIP) install --require-hashes -r requirements-audit.lock
	@mkdir -p .venv/audits && cp tests/audits/package.json tests/audits/package-lock.json .venv/audits
	$(NPM) --prefix .venv/audits ci --no-audit --no-fund --ignore-scripts
	@touch $@
