"""Print the stages that were run."""
import sys

from common.runs import runs_of

for run in runs_of(sys.argv[1], sys.argv[2]):
    print(run["stage"])
