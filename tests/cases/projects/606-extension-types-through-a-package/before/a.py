from pkg import models
from pkg.models import *


def f():
    return models.CustomAccessPackageWorkflowExtension(id="1")


def g(x: CustomAccessPackageWorkflowExtension) -> "list[CustomAccessPackageWorkflowExtension]":
    return [x]
