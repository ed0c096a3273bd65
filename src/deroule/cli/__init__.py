"""The command `deroule`: one file a command, each with the same two functions, `arguments` and `run`."""

from __future__ import annotations


def main(words: list[str] | None = None) -> int:
    """Run the command line; give the exit code: 0 clean, 1 the author's faults, 2 the machine's or ours.

    Until the command itself runs there is nothing to stop with care: Ctrl-C simply ends the process. Python's own answer would be
    a traceback through whatever is being imported, so this module imports nothing before.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # what starts us may want it ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from deroule.cli.commands import run_command

    return run_command(words)
