"""From paths to a report: which files, what they hold, what is changed in them."""
