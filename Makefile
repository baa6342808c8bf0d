# What one does with Warraq, in one place. Go alone is needed for the first three.

.PHONY: run test bench ci lint fuzz terminals miniflux pictures cross release

run: ## open the reader
	go run .

test: ## the README's command
	go test ./...

bench: ## every benchmark, short
	go test -run '^$$' -bench . -benchtime 200ms ./...

ci: ## what has to hold before a change lands
	.ci/run

lint:
	go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run ./...

fuzz: ## every fuzz target, a minute each
	.ci/fuzz

terminals: ## the reader in real terminals, read back
	.ci/terminals

miniflux: ## a real server of feeds, on PostgreSQL
	.ci/miniflux

pictures: ## the README's pictures
	go run ./ui/terminal/harness -readme .github

cross: ## every system that there are releases for
	.ci/cross

release: ## a release as it would be, its .deb tried
	.ci/deb
