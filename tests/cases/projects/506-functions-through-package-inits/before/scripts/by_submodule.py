import sys

from elmkit import sources

last = sources.latest(sys.argv[1])
if last is not None:
    print(last["customExtensionId"], last["stage"])
