from report import names


def rows(request):
    for run in request[names.RUNS]:
        yield request["id"], run["stage"], run["status"] == names.OPEN


def tickets(queue):
    return [[ticket[column] for column in names.COLUMNS] for ticket in queue if ticket["status"] != names.TICKET_OPEN]
