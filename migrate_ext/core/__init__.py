"""What every part of the package shares: positions, edits, facts and findings."""
