"""`python -m simcase.cli` is the command `simcase`, for computers that start no programs but Python."""

from simcase.cli.start import main

if __name__ == "__main__":
    main()
