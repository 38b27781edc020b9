"""What every language shares: Graph's schema, and how its names are spelled and used."""
