"""Attachments of access package requests are opened by their suffix."""
import requests

from app.settings import POLICIES, TIMEOUT

OPENERS = {
    "customExtensionHandlers": {".docx": "word", ".dwg": "drawing"},
    "default": "viewer",
}
RULES = {"customExtensionHandlers": [{"suffix": ".docx", "opener": "word"}, {"suffix": ".dwg", "opener": "drawing"}]}


def opener(suffix):
    return OPENERS["customExtensionHandlers"].get(suffix, OPENERS["default"])


def policy(policy_id):
    return requests.get(f"{POLICIES}/{policy_id}", timeout=TIMEOUT).json()
