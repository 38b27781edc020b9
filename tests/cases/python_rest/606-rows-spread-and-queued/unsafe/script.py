# %% notebook-like script
import json
import pathlib

data = json.loads(pathlib.Path("requests.json").read_text())
requests = data["value"]

# %%
with_runs = [r for r in requests if r.get("customExtensionCalloutInstances")]
len(with_runs)

# %%
flat = []
for r in with_runs:
    for i in r["customExtensionCalloutInstances"]:
        flat.append({**i, "request": r["id"]})

# %%
by_stage = {}
for row in flat:
    by_stage[row["stage"]] = by_stage.get(row["stage"], 0) + 1
by_stage

# %%
sent = [row for row in flat if row["status"] in ("calloutSent", "callbackReceived")]
max(flat, key=lambda row: row["externalCorrelationId"])["stage"]
