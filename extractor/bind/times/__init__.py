"""When figures hold."""
