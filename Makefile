# Needs make and Go only.
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)

.PHONY: build test bench soak release

build: ## bin/dateline
	CGO_ENABLED=0 go build -trimpath -ldflags "-X main.version=$(VERSION)" -o bin/dateline ./cmd/dateline

test: ## all tests, with all that they need
	sh ./test.sh

bench: ## the benchmarks of all packages, then the program as people run it (needs DATELINE_DATA)
	go test -run '^$$' -bench . -benchmem ./...
	go run ./bench

soak: ## kills a polling process forty times on a faulty web (needs DATELINE_DATA); the tests do it twice
	DATELINE_SOAK=40 go test -count 1 -timeout 60m -v -run TestKilledOnAFaultyWeb ./internal/intake

release: ## archives for all systems, with checksums, in dist
	go run ./cmd/release -version $(VERSION) -out dist
