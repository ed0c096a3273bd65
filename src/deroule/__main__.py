"""`python -m deroule`: the same as the command `deroule`."""

from deroule.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
