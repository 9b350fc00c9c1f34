"""Where figures hold."""
