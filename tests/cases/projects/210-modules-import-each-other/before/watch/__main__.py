import json
import sys

from watch import labels, runs

if __name__ == "__main__":
    for line in sys.stdin:
        print(*runs.lines(json.loads(line)), sep="\n")
    print(labels.colour({"number": 7, "status": "requestSent"}))
