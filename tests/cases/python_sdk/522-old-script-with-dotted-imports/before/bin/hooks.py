#!/usr/bin/env python3
# Prints and pickles the hooks that the portal team asked for in 2022.
import pickle, sys
import msgraph_beta.generated.models.access_package_custom_extension_stage
import msgraph_beta.generated.models.custom_extension_handler

STAGES = msgraph_beta.generated.models.access_package_custom_extension_stage.AccessPackageCustomExtensionStage


def make(store, number, stage):
    hook = msgraph_beta.generated.models.custom_extension_handler.CustomExtensionHandler(store, {}, "h%d" % number)
    hook.stage = getattr(STAGES, stage)
    return hook


def check(hook):
    if not isinstance(hook, msgraph_beta.generated.models.custom_extension_handler.CustomExtensionHandler):
        sys.stderr.write("not a customExtensionHandler: %r\n" % (hook,))
        return False
    return hook.stage in (STAGES.AssignmentRequestGranted, STAGES.AssignmentRequestRemoved)


if __name__ == "__main__":
    hooks = [make(None, n, "AssignmentRequestGranted") for n in range(3)]
    pickle.dump([h for h in hooks if check(h)], sys.stdout.buffer)
