"""Documents to sentences, terms and origins."""
