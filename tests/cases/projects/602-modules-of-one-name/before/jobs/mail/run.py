import json
import sys

from client import runs

print(len(runs(json.load(sys.stdin))))
