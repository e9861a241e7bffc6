"""How good a digest is, in numbers: agreement with references, repetition, and whether it is noise."""
