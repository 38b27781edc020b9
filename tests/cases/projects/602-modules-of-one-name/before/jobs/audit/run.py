import json

from client import runs

with open("../../tests/data/both.json") as stream:
    print(len(runs(json.load(stream))))
