# Two commands matter: make run shows what it does, make test whether it works.

.PHONY: run build test lint bench gold clean

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
	go test -timeout 15m ./...

# gold prints how well the rules classify, and every disagreement.
gold:
	@go test -count 1 -run '^TestMethodSaysWhatIsMeasured$$' -v ./pipeline/gold/

bench:
	go test -p 1 -run '^$$' -bench . -benchtime 1x -timeout 90m ./...

clean:
	rm -rf bin build
