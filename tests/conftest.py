"""How hypothesis runs here: the same examples every time, and no clock that could fail a test.

`pytest --hypothesis-profile thorough` looks further, with examples of its own each time.
"""

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("repeatable")
