import sys

import elmkit.sources as origin
from elmkit import latest_runs

if run := latest_runs(sys.argv[1]):
    print(run.get("stage"))
print(all(entry["status"] == "calloutSent" for entry in origin.runs(sys.argv[1])))
