import os

import requests

from setup_tenant.addresses import REMINDERS, TICKETS
from setup_tenant.bodies import REMINDER, TICKET

if __name__ == "__main__":
    http = requests.Session()
    http.headers["Authorization"] = "Bearer " + os.environ["TOKEN"]
    print(http.post(TICKETS, json=TICKET).json()["id"])
    print(http.post(REMINDERS, json=REMINDER).json()["id"])
