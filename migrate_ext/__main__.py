"""`python -m migrate_ext`."""

from migrate_ext.cli import main

if __name__ == "__main__":
    main()
