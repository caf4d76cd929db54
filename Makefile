# Rapport: what one does with a checkout. `make` alone lists it.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
HOST ?= 127.0.0.1
PORT ?= 8080
SAMPLE ?= Examples/archive
GOLD ?= ../shared/gold/training
SWIFT ?= swift
export SWIFT

.DEFAULT_GOAL := help
.PHONY: help run build install uninstall test lint bench weights net clean packages

help: ## lists these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | awk -F'\t' '{ printf "  make %-10s %s\n", $$1, $$2 }'

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
	$(SWIFT) run -c release train voices $(GOLD) --base $(dir $(patsubst %/,%,$(dir $(GOLD)))) --knowledge Sources/World/Knowledge
	$(SWIFT) run -c release train hints Training/articles.jsonl --more Training/coded.jsonl --more Training/sentences.jsonl --base $(dir $(patsubst %/,%,$(dir $(GOLD)))) --knowledge Sources/World/Knowledge
	$(SWIFT) run -c release train $(GOLD) --more Training/articles.jsonl --more Training/coded.jsonl --more Training/sentences.jsonl --base $(dir $(patsubst %/,%,$(dir $(GOLD)))) --knowledge Sources/World/Knowledge

net: packages ## learns the sentence net anew, with PyTorch; learn the weights and the table of confidence afterwards
	$(SWIFT) run -c release train net $(GOLD) Training/articles.jsonl Training/coded.jsonl Training/sentences.jsonl --base $(dir $(patsubst %/,%,$(dir $(GOLD)))) --knowledge Sources/World/Knowledge --output .build/net.jsonl
	python3 -m venv .build/learn-net
	.build/learn-net/bin/pip install -q torch numpy
	.build/learn-net/bin/python Scripts/learn-net .build/net.jsonl Sources/World/Knowledge/net.txt

clean: ## takes away everything that was built
	rm -rf .build
