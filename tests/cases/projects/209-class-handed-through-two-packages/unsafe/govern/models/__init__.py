from ._sdk import CustomExtensionStageSetting
