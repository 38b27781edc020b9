"""Closures, callbacks, global caches and try/finally."""
import queue
import threading

import requests

_cache = {}
_lock = threading.Lock()
_jobs = queue.Queue()
EM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/"


def cached(path):
    with _lock:
        if path not in _cache:
            _cache[path] = requests.get(EM + path).json()
        return _cache[path]


def on_each(path, callback):
    for item in cached(path)["value"]:
        callback(item)


def collect():
    seen = set()

    def see(request):
        nonlocal seen
        for run in request["customExtensionHandlerInstances"]:
            seen = seen | {run["stage"]}
            _jobs.put(run)

    on_each("accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances", see)
    return seen


def work():
    while True:
        run = _jobs.get()
        try:
            print(run["externalCorrelationId"], run["stage"])
        finally:
            _jobs.task_done()
