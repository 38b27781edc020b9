"""Many repositories: each cloned, checked and forgotten in a process of its own, spread by Dask."""
