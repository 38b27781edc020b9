from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from shopkit.extensions import CustomExtensionHandler, CustomExtensionHandlersRequestBuilder

if TYPE_CHECKING:
    from shopkit.app import Shop

log = logging.getLogger(__name__)


class CouponHandler(CustomExtensionHandler):
    stage = "checkout"

    def run(self, order: dict[str, str]) -> str:
        log.info("handler %s at stage %s", self.name, self.stage)
        return order["status"]


def install(shop: Shop) -> None:
    builder = CustomExtensionHandlersRequestBuilder(shop)
    shop.custom_extension_handlers.append(builder.build(CouponHandler))
    handler = builder.by_custom_extension_handler_id(custom_extension_handler_id="coupon")
    if handler.status != "requestSent":
        handler.stage = "payment"
