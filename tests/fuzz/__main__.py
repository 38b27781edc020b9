"""Mutated fixtures against the laws of reports and fixes: `python -m tests.fuzz --seed N --seconds S`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.fuzz.fuzzing import Result, fuzz, save


def main() -> int:
    """Fuzz, print what came of it, and save what broke a law; 1 where something did."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="says all inputs")
    parser.add_argument("--seconds", type=float, default=60, help="how long to go on")
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--count", type=int, help="no more inputs than this")
    default = Path(tempfile.gettempdir()) / "migrate-ext-fuzz"
    parser.add_argument("--save", type=Path, default=default, help="folder for the inputs that broke a law")
    chosen = parser.parse_args()
    result, known = Result(), 0
    for result in fuzz(chosen.seed, chosen.seconds, chosen.count, chosen.first):
        for broken in result.broken[known:]:
            place = save(broken, chosen.save / str(chosen.seed))
            sys.stdout.write(f"{place}: {broken.laws[0].splitlines()[-1] if broken.laws else ''}\n")
            sys.stdout.flush()
        known = len(result.broken)
    shares = ", ".join(f"{share:.0%} {name}" for name, share in result.shares().items())
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in result.kinds.most_common())
    sys.stdout.write(
        f"seed {chosen.seed}: {result.inputs} inputs, {len(result.broken)} broke a law; {shares}\n{kinds}\n"
    )
    return int(bool(result.broken))


if __name__ == "__main__":
    sys.exit(main())
