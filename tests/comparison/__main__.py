"""`python -m tests.comparison [CASES]` measures the tools that are there and prints the tables of the page.

It installs nothing, and says what is missing. With `CASES` the trees of tests/cases are measured too (a few minutes).
"""

from __future__ import annotations

import sys

from tests.comparison.measure import page_tables

if __name__ == "__main__":
    sys.stdout.write(page_tables(with_cases="CASES" in sys.argv[1:]) + "\n")
