#!/usr/bin/env python3
import requests

if __name__ == "__main__":
    for ticket in requests.get("https://desk.example.org/api/tickets", timeout=30).json()["tickets"]:
        if ticket["stage"] != "closed" and ticket["status"] == "requestSent":
            print(ticket["number"], ticket["stage"], sep="\t")
