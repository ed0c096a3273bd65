"""The benchmarks, one module each: `run(arguments)` prints a table."""
