from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

type Runs = list[CustomExtensionHandlerInstance]
type Maybe[T] = T | None


def stages(runs: Runs) -> list[str]:
    return [run.stage for run in runs]


def maybe(run: Maybe[CustomExtensionHandlerInstance]) -> str:
    return run.stage if run else ""


def first[T](items: list[T]) -> T:
    return items[0]


class Store[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def first(self) -> T:
        return self.items[0]


def use(store: Store[CustomExtensionHandlerInstance], runs: Runs) -> None:
    print(store.first().stage, first(runs).stage)
