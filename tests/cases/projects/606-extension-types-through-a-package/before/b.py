import pkg.models as m
from pkg import CustomAccessPackageWorkflowExtension as Ext


def f():
    return m.CustomAccessPackageWorkflowExtension(id="1")


def g():
    return Ext(id="2")
