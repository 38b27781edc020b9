from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

type Runs = list[CustomExtensionCalloutInstance]
type Maybe[T] = T | None


def stages(runs: Runs) -> list[str]:
    return [run.stage for run in runs]


def maybe(run: Maybe[CustomExtensionCalloutInstance]) -> str:
    return run.stage if run else ""


def first[T](items: list[T]) -> T:
    return items[0]


class Store[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def first(self) -> T:
        return self.items[0]


def use(store: Store[CustomExtensionCalloutInstance], runs: Runs) -> None:
    print(store.first().stage, first(runs).stage)
