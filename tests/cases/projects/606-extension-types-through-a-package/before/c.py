import pkg


class Mine(pkg.CustomAccessPackageWorkflowExtension):
    """Ours."""


def g(x):
    return isinstance(x, pkg.CustomAccessPackageWorkflowExtension)
