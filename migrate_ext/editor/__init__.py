"""`migrate-ext lsp`: what the engine finds, while one types.

`server` speaks the protocol, `workspace` holds the open texts and the engine's state, `shown` says what is found where,
`actions` what can be done about it.
"""
