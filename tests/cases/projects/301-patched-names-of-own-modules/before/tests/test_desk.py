from unittest import mock

from desk import plugins, runs


def test_make() -> None:
    with mock.patch("desk.runs.CustomExtensionHandlerInstance") as model:
        runs.make("e1")
    model.assert_called_once_with(custom_extension_id="e1")


@mock.patch("desk.plugins.CustomExtensionHandler")
def test_handler(kind: mock.Mock) -> None:
    plugins.handler(".csv")
    kind.assert_called_once_with(".csv")
