"""Lists the runs of all requests."""

from itertools import groupby

from loading import all_runs

runs = sorted(all_runs("requests.json"), key=lambda run: run.custom_extension_id or "")
for extension, group in groupby(runs, key=lambda run: run.custom_extension_id):
    print(extension, [run.external_correlation_id for run in group])
