"""What pages of HTML are made of that need nothing but a browser."""
