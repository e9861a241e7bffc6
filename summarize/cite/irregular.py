"""The plain forms of English verbs that change their vowel: "did not begin" denies "began".

A stemmer takes endings off, so the two have no stem in common. Left out are past forms that mean as often
something else ("left", "found", "saw" a tool, "lay", "felt" a cloth, "wound").
"""

from __future__ import annotations

_FORMS = (
    "begin began begun", "break broke broken", "bring brought", "build built", "buy bought", "catch caught",
    "choose chose chosen", "come came", "drink drank drunk", "drive drove driven", "eat ate eaten",
    "fall fell fallen", "fight fought", "fly flew flown", "forbid forbade forbidden", "give gave given",
    "go went gone", "grow grew grown", "hang hung", "hide hid hidden", "hold held", "keep kept",
    "know knew known", "lead led", "lend lent", "lose lost", "make made", "meet met", "pay paid",
    "ride rode ridden", "rise rose risen", "run ran", "seek sought", "sell sold", "send sent",
    "shake shook shaken", "shoot shot", "shrink shrank shrunk", "sing sang sung", "sink sank sunk",
    "sleep slept", "speak spoke spoken", "spend spent", "stand stood", "steal stole stolen", "stick stuck",
    "strike struck", "swear swore sworn", "swim swam", "take took taken", "teach taught", "tell told",
    "think thought", "throw threw thrown", "win won", "withdraw withdrew withdrawn", "withstand withstood",
    "write wrote written",
)  # fmt: skip
PLAIN = {past: forms[0] for forms in (each.split() for each in _FORMS) for past in forms[1:]}
"""From a past form to the plain one."""
