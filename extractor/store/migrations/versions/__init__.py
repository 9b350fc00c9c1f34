"""The steps by which databases were changed, oldest first; each is as it was when written."""
