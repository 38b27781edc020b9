from __future__ import annotations

import os

import httpx
from fastapi import FastAPI, HTTPException

from . import store
from .models import Callback

app = FastAPI()


@app.post("/callback/{request_id}")
async def callback(request_id: str, body: Callback) -> dict[str, str]:
    headers = {"Authorization": "Bearer " + os.environ["TOKEN"]}
    async with httpx.AsyncClient(headers=headers) as client:
        request = await store.load(client, request_id)
    if body.correlation not in {callout.correlation for callout in request.callouts}:
        raise HTTPException(404)
    return {"stage": body.stage, "status": "requestReceived" if body.status == "requestSent" else body.status}
