import sys
from pathlib import Path

from converter import Registry

registry = Registry(Path(sys.argv[1]))
pipeline = {"customExtensionHandlers": [{"stage": "load", "customExtension": {"id": "gzip"}}, {"stage": "save", "customExtension": {"id": "zip"}}]}
for name in sys.argv[2:]:
    print(name, registry.handler(Path(name)), [row["stage"] for row in pipeline["customExtensionHandlers"]])
