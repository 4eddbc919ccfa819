"""`python -m icmo` is the command."""

from icmo.cli import main

main()
