# Every target is one line of help here and one script in eng/.
.DEFAULT_GOAL := help
SHELL := bash
MAKEFLAGS += --no-print-directory

DB ?= sqlite
export NAME URL SCHEMA # to the scripts, past the shell's quoting
CLI := artifacts/dowel/dowel
CLI_SOURCES := $(shell find src -type f -not -path '*/bin/*' -not -path '*/obj/*') \
	Directory.Build.props Directory.Packages.props global.json

.PHONY: help build cli dev-up run dev-down test check format api pack torture chaos bench bench-host bench-migrate bench-schema \
	migrate-create migrate-up migrate-down docker-migrate-up docker-migrate-down clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "  make %-21s %s\n", $$1, $$2 }'

build: ## build the solution
	@eng/dotnet build Dowel.slnx -c Release

cli: $(CLI) ## publish the command to artifacts/dowel/dowel, where it is not current
$(CLI): $(CLI_SOURCES)
	@eng/publish-cli

dev-up: cli ## bring the development databases to their schemas and start the service on them; DB=sqlite|postgres
	@eng/dev-up $(DB)
	@eng/host start $(DB)

run: cli ## the same with the service in the foreground
	@eng/dev-up $(DB)
	@eng/host run $(DB)

dev-down: ## stop the service and the development PostgreSQL; the data stays
	@eng/host stop
	@eng/postgres stop .data/postgres

test: ## run all tests on SQLite and PostgreSQL; NAME=Project for one
	@eng/test $(NAME)

check: ## exactly what CI does: locked restore, build, test, rules about the tree
	@eng/check

format: ## put code into the shape that the build asks for
	@eng/dotnet format Dowel.slnx

api: ## write the public API of each package to tests/Dowel.Tidy/PublicApi
	@eng/api

pack: ## build the packages into artifacts/packages
	@eng/dotnet publish src/Dowel.Cli -c Release -o artifacts/tool -v quiet
	@eng/dotnet pack Dowel.slnx -c Release

torture: ## hard scripts, compared with psql and sqlite3
	@eng/torture $(ARGS)

chaos: ## kill migrations at every boundary and see that nothing is lost; ARGS= for the program
	@eng/chaos $(ARGS)

bench: ## measure repositories beside other tools, results in benchmarks/results; ARGS=sqlite for one engine
	@eng/bench $(ARGS)

bench-host: ## measure the service's endpoints beside Dapper and EF Core with wrk; ARGS=quick for a short look, sqlite or postgres for one
	@eng/bench-host $(ARGS)

bench-migrate: cli ## measure migrations, results in benchmarks/results; ARGS=peers for one part
	@eng/bench-migrate $(ARGS)

bench-schema: cli ## measure reading, comparing and drafting schemas, results in benchmarks/results
	@eng/bench-schema

migrate-create: cli ## write the next pair of scripts of systems/CoreData; NAME=add_x
	@eng/migrate create "$$NAME"

migrate-up: cli ## apply systems/CoreData; URL= and SCHEMA= for another database than the development one
	@eng/migrate up

migrate-down: cli ## take back the last step of systems/CoreData; URL= as above
	@eng/migrate down

docker-migrate-up: ## as migrate-up, in containers
	@eng/docker-migrate up

docker-migrate-down: ## as migrate-down, in containers
	@eng/docker-migrate down

clean: ## remove what was built; development databases stay
	@rm -rf artifacts src/*/bin src/*/obj systems/*/bin systems/*/obj tests/*/bin tests/*/obj benchmarks/*/bin benchmarks/*/obj benchmarks/Peers/*/bin benchmarks/Peers/*/obj
