# make test     everything that must hold, on both databases (installs what is missing, see scripts/setup.sh)
# make bench    pages beside a bare program with the same queries, papers, the reading of a plan, a thousand dossiers (docs/bench.md)
# make generate templates and front-end files
# make lint     golangci-lint with .golangci.yml
# make pictures the pictures of the README (a browser and ImageMagick)
# make dist     programs for Windows, Linux and macOS in dist/, each with its guide
# make windows  the Windows program, tried under Wine
# make faults   breaks the program in known ways, one after the other, and shows that a test catches each (internal/faults)

TEMPL = github.com/a-h/templ/cmd/templ@v0.3.977
LINT  = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: test setup bench generate lint pictures dist windows faults

test: setup
	scripts/test.sh

setup:
	scripts/setup.sh

bench:
	go run ./internal/bench
	at=$$(mktemp -d); go run ./internal/bench -lists $$at; rm -rf $$at

generate:
	go run $(TEMPL) generate
	go generate ./...

lint:
	go run $(LINT) run

pictures:
	scripts/pictures.sh

dist: setup
	scripts/dist.sh

windows: setup
	scripts/windows.sh

faults:
	go run ./internal/faults
