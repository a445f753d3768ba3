"""Room: infra. It starts, deploys and imitates processes."""
