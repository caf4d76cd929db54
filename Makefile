# Rapport: what one does with a checkout. `make` alone lists it.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
HOST ?= 127.0.0.1
PORT ?= 8080
SAMPLE ?= Examples/archive
GOLD ?= ../shared/gold/training
LEDGER ?= news.ledger
ARCHIVE ?= corpus
SWIFT ?= swift
export SWIFT
# What the paths of GOLD and of what was read are relative to.
BASE = $(dir $(patsubst %/,%,$(dir $(GOLD))))
KNOWLEDGE := Sources/World/Knowledge
READ := $(addprefix Training/,articles.jsonl whole.jsonl coded.jsonl sentences.jsonl)

.DEFAULT_GOAL := help
.PHONY: help run build install uninstall test lint bench weights net second-look merging clean packages

help: ## lists these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | awk -F'\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

packages:
	@Scripts/packages

run: build ## builds the record of Examples/archive and serves it (PORT=8080, HOST=127.0.0.1)
	@Scripts/sample "$(HOST)" "$(PORT)"

build: packages ## builds the command for use (.build/release/rapport)
	@Scripts/build

install: build ## puts the command, its knowledge, its pages and its manual under PREFIX=/usr/local
	@Scripts/install "$(DESTDIR)$(PREFIX)"

uninstall: ## takes away what install put under PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/rapport" "$(DESTDIR)$(PREFIX)/share/man/man1/rapport.1"
	rm -rf "$(DESTDIR)$(PREFIX)/share/rapport"

test: packages ## checks the format and runs every test
	@Scripts/test

lint: ## checks the format of every Swift file
	@$(SWIFT) format lint --strict --recursive Sources Tests

bench: build ## measures each stage over SAMPLE=Examples/archive
	@Scripts/bench "$(SAMPLE)"

weights: packages ## learns the coder's weights anew from GOLD=../shared/gold/training and Training/
	$(SWIFT) run -c release train references Training/references.jsonl --base $(BASE) --knowledge $(KNOWLEDGE)
	$(SWIFT) run -c release train voices $(GOLD) --more Training/quotations.jsonl --base $(BASE) --knowledge $(KNOWLEDGE)
	$(SWIFT) run -c release train hints $(firstword $(READ)) $(addprefix --more ,$(wordlist 2,9,$(READ))) --base $(BASE) --knowledge $(KNOWLEDGE)
	$(SWIFT) run -c release train $(GOLD) $(addprefix --more ,$(READ)) --base $(BASE) --knowledge $(KNOWLEDGE)

net: packages ## learns the sentence net anew, with PyTorch, from these and the letters of ARCHIVE=corpus; learn the weights and the table of confidence afterwards
	(cd $(BASE) && find $(ARCHIVE) -name '*.md' | LC_ALL=C sort) | $(SWIFT) run -c release train net $(GOLD) $(READ) --except $(dir $(GOLD))articles --base $(BASE) --knowledge $(KNOWLEDGE) --output .build/net.jsonl
	python3 -m venv .build/learn-net
	.build/learn-net/bin/pip install -q torch numpy
	.build/learn-net/bin/python Scripts/learn-net .build/net.jsonl $(KNOWLEDGE)/net.txt

second-look: packages ## learns anew how to weigh an event and its date beside the rest of the article, with LightGBM, from GOLD and Training/; cross-validates the weights for it (some 40 minutes, 9 GB)
	mkdir -p .build/second-look
	for part in 0 1 2 3 4; do $(SWIFT) run -c release train $(GOLD) $(addprefix --more ,$(READ)) --base $(BASE) --knowledge $(KNOWLEDGE) --folds 5 --part $$part --unseen $(firstword $(READ)) \
	  --predictions .build/second-look/coded-$$part.jsonl --clues .build/second-look/clues-$$part.jsonl --dates .build/second-look/dates-$$part.jsonl || exit 1; done
	python3 -m venv .build/fit-second-look
	.build/fit-second-look/bin/pip install -q lightgbm numpy
	.build/fit-second-look/bin/python Scripts/fit-second-look .build/second-look $(KNOWLEDGE)/second-look.txt
	.build/fit-second-look/bin/python Scripts/fit-dates .build/second-look $(KNOWLEDGE)/dates.txt

merging: packages ## learns anew what tells one happening from two, with LightGBM and PyTorch, from Training/happenings.jsonl and the record LEDGER=news.ledger of its archive
	mkdir -p .build
	python3 -m venv .build/fit-merging
	.build/fit-merging/bin/pip install -q lightgbm torch numpy
	.build/fit-merging/bin/python Scripts/learn-meanings $(LEDGER) > .build/meanings.txt
	$(SWIFT) run -c release train signs $(LEDGER) --knowledge $(KNOWLEDGE) > .build/signs.jsonl
	.build/fit-merging/bin/python Scripts/fit-merging .build/signs.jsonl .build/meanings.txt $(KNOWLEDGE)/reconcile

clean: ## takes away everything that was built
	rm -rf .build
