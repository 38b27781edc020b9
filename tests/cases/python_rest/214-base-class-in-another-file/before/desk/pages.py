from desk.base import RunPage


class StagePage(RunPage):
    title = "Runs by stage"

    def ordered(self):
        return sorted(self.rows, key=lambda row: row["stage"])


class BuildPage:
    def __init__(self, builds):
        self.rows = builds

    def ordered(self):
        return sorted(self.rows, key=lambda row: row["stage"])
