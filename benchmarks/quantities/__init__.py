"""What benchmarks/figures.py is made of: golden sentences and documents, readers, scores."""
