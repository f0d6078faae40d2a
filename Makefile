# Two commands matter: make run shows what it does, make test whether it works.

.PHONY: run build test lint bench gold conformance conformance-kill clean

bin := bin/tresektor
example := build/example

build:
	go build -o $(bin) ./cmd/tresektor

run: build
	@rm -rf $(example)
	@$(bin) init --example $(example)
	@$(bin) refresh --dir $(example)

lint:
	@test -z "$$(gofmt -l .)" || { echo "gofmt would change:"; gofmt -l .; exit 1; }
	go vet ./...
	go tool staticcheck ./...

test: lint
	go test -timeout 25m ./...

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
