def bearer(token):
    return {"Authorization": f"Bearer {token}"}
