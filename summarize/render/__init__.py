"""A digest to what people and programs read."""
