import asyncio
import sys

from .backend import load


async def main() -> None:
    for run in await load(sys.argv[1]):
        print(run["stage"])


asyncio.run(main())
