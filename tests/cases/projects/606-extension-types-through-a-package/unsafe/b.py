import pkg.models as m
from pkg import AccessPackageAssignmentRequestWorkflowExtension as Ext


def f():
    return m.AccessPackageAssignmentRequestWorkflowExtension(id="1")


def g():
    return Ext(id="2")
