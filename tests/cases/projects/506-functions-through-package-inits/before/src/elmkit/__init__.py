"""elmkit: small helpers around access packages."""
from elmkit import sources as sources
from elmkit.sources import *
from elmkit.sources import latest as latest_runs
