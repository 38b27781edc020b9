import sys

import httpx

from tickets.api import Api
from tickets.model import Board


def main() -> None:
    with httpx.Client() as client:
        ticket = Api(client).ticket(sys.argv[1])
        again = ticket.refresh(Api(client))
    if again.last and again.last["status"] != "calloutSent":
        print(again.last["stage"])
    print(Board(["stage"]).headline())


if __name__ == "__main__":
    main()
