import sys

from .backend import load

for step in load(sys.argv[1]):
    print(step["stage"], step["status"] == "requestSent")
