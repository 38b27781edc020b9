from pkg import models
from pkg.models import *


def f():
    return models.AccessPackageAssignmentRequestWorkflowExtension(id="1")


def g(x: CustomCalloutExtension) -> "list[CustomCalloutExtension]":
    return [x]
