# The verbs of this project. `make` alone lists them.
PYTHON = .venv/bin/python

help:         ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 20

demo:         ## set up, build the demonstration in icmo-demo/, open JupyterLab on it
	@sh .ci/venv demo
	@.venv/bin/icmo demo

test:         ## set up, then lint, types, tests, notebooks, widgets in a real browser (LONG=1: the long proofs too)
	@sh .ci/venv test
	@$(PYTHON) tests/run.py $(PARTS)

bench:        ## measure speed beside the bare limit; fails on a missed goal
	@sh .ci/venv test
	@$(PYTHON) benchmarks/run.py

lint:         ## mend what ruff can mend, show the rest, check the types
	@sh .ci/venv test
	@$(PYTHON) -m ruff check --fix . ; $(PYTHON) -m ruff format . ; $(PYTHON) -m mypy

constraints:  ## renew constraints.txt from the newest fitting versions
	@sh .ci/venv constraints

clean:        ## remove what was built (never a project or a demonstration)
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .test-results

.PHONY: help demo test bench lint constraints clean
