"""Readers of PDF files; each gives what it reads in the common model."""
