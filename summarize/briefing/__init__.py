"""briefing: what is new since last time, every morning, nothing lost and nothing said twice.

`config` is what the user wants, `state` what was seen and said, `collect` fetches, `compose` writes the
paper, `deliver` brings it, `run` is the job that walks through them.
"""
