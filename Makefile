# What there is to do here. Everything needs Go as named in go.mod and nothing
# else; `make lint` builds its linter first, from the versions in tools/go.mod.

SHARED ?= ../shared
FUZZTIME ?= 5s
export CGO_ENABLED = 0

.PHONY: help build demo test lint fuzz race e2e score bench accuracy clean

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

build: ## bin/dateline, one static binary
	go build -trimpath -o bin/dateline ./cmd/dateline

demo: build ## reads an example page for you to look at
	bin/dateline read examples/a-state-visit.txt

test: ## all tests; those that need $(SHARED) are skipped without it, and fail with CI=true
	@[ -d $(SHARED) ] || echo "make test: $(SHARED) is missing: the tests on annotated pages and other people's data are skipped (go test -v names them)"
	go test ./...

lint: bin/golangci-lint ## gofmt, vet and the linters of .golangci.yml
	@out=$$(git ls-files -z '*.go' | xargs -0 gofmt -l) && if [ -n "$$out" ]; then echo "not gofmt'ed:"; echo "$$out"; exit 1; fi
	go vet ./...
	bin/golangci-lint run ./...

bin/golangci-lint: tools/go.mod tools/go.sum
	go -C tools build -o ../bin/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint

fuzz: ## every fuzz target for $(FUZZTIME)
	tools/fuzz $(FUZZTIME)

race: ## what several goroutines share, with the race detector; needs a C compiler
	CGO_ENABLED=1 go test -race -run 'TestReaderShared' .
	CGO_ENABLED=1 go test -race -run 'TestAgain|TestInterrupt|TestReread$$' ./internal/add

e2e: build ## the built command on the examples
	tools/e2e bin/dateline

score: build ## the built command on the annotated pages, with the least scores it must have
	tools/score bin/dateline $(SHARED)

bench: ## measures speed and memory, writes docs/performance.md
	go run ./cmd/bench -shared $(SHARED)

accuracy: ## measures accuracy, writes docs/accuracy.md
	go run ./cmd/accuracy -shared $(SHARED)

clean: ## removes what was built
	rm -rf bin
