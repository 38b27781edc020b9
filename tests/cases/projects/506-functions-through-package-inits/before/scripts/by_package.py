import sys

import elmkit

for run in elmkit.runs(sys.argv[1]):
    print(run["stage"])
for hook in elmkit.hooks(sys.argv[2]):
    print(hook["stage"])
