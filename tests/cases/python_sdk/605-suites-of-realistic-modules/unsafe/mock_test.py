"""unittest with mocks, patch by path, side effects and SimpleNamespace."""
import unittest
from types import SimpleNamespace
from unittest import mock

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

import service


class ServiceTest(unittest.TestCase):
    def setUp(self) -> None:
        self.client = mock.Mock()
        self.run = mock.create_autospec(CustomExtensionCalloutInstance, instance=True)
        self.run.stage = "assignmentRequestCreated"

    def test_stages(self) -> None:
        self.client.get.return_value = SimpleNamespace(custom_extension_callout_instances=[self.run])
        self.assertEqual(service.stages(self.client), ["assignmentRequestCreated"])

    @mock.patch("service.stages", return_value=[])
    def test_none(self, stages: mock.Mock) -> None:
        self.assertFalse(service.any_stage(self.client))
        stages.assert_called_once_with(self.client)
