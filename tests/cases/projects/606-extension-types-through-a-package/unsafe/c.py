import pkg


class Mine(pkg.CustomCalloutExtension):
    """Ours."""


def g(x):
    return isinstance(x, pkg.CustomCalloutExtension)
