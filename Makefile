# Two commands matter: make run shows what it does, make test whether it works.

.PHONY: run build test test-script screenshots lint bench gold conformance conformance-kill clean

bin := bin/tresektor
example := build/example
browser := build/browser

# The page Explore has a script, which is bundled where node and npm are there.
# Without it the program builds, and the page shows its tables. In CI it must be there.
explore := pipeline/format/site/explore
bundle := $(explore)/bundle/explore.js
modules := build/explore
otherwise = { echo "$(1): the page Explore will show its tables and no choices"; test -z "$$CI"; }

build: $(bundle)
	go build -o $(bin) ./cmd/tresektor

ifneq ($(and $(shell command -v node),$(shell command -v npm)),)
$(bundle): $(modules)/installed $(filter-out %.test.js,$(wildcard $(explore)/script/*.js)) $(explore)/build.mjs
	@test ! -e $(modules)/installed || node $(explore)/build.mjs $(explore)/script $(modules)/node_modules $(@D) || \
		$(call otherwise,the script could not be bundled)

$(modules)/installed: $(explore)/package-lock.json $(explore)/package.json $(explore)/.npmrc
	@mkdir -p $(@D)
	@cp $^ $(@D)
	@cd $(@D) && npm ci --silent && touch installed || \
		$(call otherwise,npm ci did not succeed)
else
.PHONY: $(bundle)
$(bundle):
	@$(call otherwise,without node and npm)
endif

run: build
	@rm -rf $(example)
	@$(bin) init --example $(example)
	@$(bin) refresh --dir $(example)

lint:
	@test -z "$$(gofmt -l .)" || { echo "gofmt would change:"; gofmt -l .; exit 1; }
	go vet ./...
	go tool staticcheck ./...

test: lint test-script $(bundle) $(browser)/installed
	go test -timeout 25m ./...

# test-script tests the script of the page Explore, where node is there.
test-script:
	@if command -v node >/dev/null; then node --test $(explore)/script/; \
	else echo "without node the script of the page Explore is not tested"; test -z "$$CI"; fi

# What pages are tested with in a browser comes from npm. Where there is none,
# those tests are skipped, and say so; in CI they fail.
$(browser)/installed: $(addprefix pipeline/browser/,package.json package-lock.json .npmrc)
	@mkdir -p $(@D)
	@cp $^ $(@D)
	@if ! command -v npm >/dev/null; then echo "without npm most tests of pages in a browser are skipped"; \
	else cd $(@D) && npm ci --silent && touch installed; fi || test -z "$$CI"

# screenshots leaves a picture of each page in build/screenshots, as a computer
# and as a phone show it.
screenshots: $(bundle) $(browser)/installed
	@rm -rf build/screenshots
	@go test -count 1 -timeout 20m -run '^TestEveryPageFromFiles$$' ./pipeline/browser -screenshots "$(CURDIR)/build/screenshots"

# conformance opens every format with readers that nobody here wrote, and compares
# each cell with the CSV: in tables with every symbol and with names that look like
# formulas, then in the example's edition.
# Then it kills runs. It needs Python 3.11 or later with venv and a package index, and writes to build/ only.
python := build/python
conformance: build $(python)/installed
	@rm -rf build/conformance build/fourthings
	@go test -count 1 -run '^TestZeroAndTheSymbolsAreFourThings$$' ./pipeline -keep "$(CURDIR)/build/fourthings"
	@$(python)/bin/python conformance/run.py build/fourthings csvw jsonstat px parquet xlsx duckdb calamine
	@$(bin) init --example build/conformance >/dev/null
	@cat conformance/catalogue.yaml >> build/conformance/tresektor.yaml
	@$(bin) refresh --dir build/conformance >/dev/null
	@$(python)/bin/python conformance/run.py build/conformance/editions/current
	@$(MAKE) --no-print-directory conformance-kill

$(python)/installed: conformance/requirements.txt
	python3 -m venv --clear $(python)
	$(python)/bin/pip install --quiet --disable-pip-version-check --no-deps -r $<
	@touch $@

# gold prints how well the rules classify, and every disagreement.
gold:
	@go test -count 1 -run '^TestMethodSaysWhatIsMeasured$$' -v ./pipeline/gold/

# conformance-kill kills two hundred runs at random moments under a reader, or KILLS.
KILLS ?= 200
conformance-kill:
	TRESEKTOR_KILLS=$(KILLS) go test -count 1 -timeout 90m -run '^TestKilledAtRandomMoments$$' -v ./cmd/tresektor/

bench:
	go test -p 1 -run '^$$' -bench . -benchtime 1x -timeout 90m ./...

clean:
	rm -rf bin build
