"""The command line: argv, streams, clock, files and exit codes."""
