"""What page furniture opens with, as data.

`OPENINGS` stand at the start of a unit: a rule's name, then pairs of the first words (lower case; or the
first character, if it is no letter; 0 for any digit) and a pattern for what follows them. They ignore case
except inside `(?-i:...)`; every repetition in them is bounded. `clean_phrases` looks them up, and holds what
may stand anywhere.

A phrase earns its place by being rare in prose: "By using" opens many a good sentence, "By using this
site" none.
"""

from __future__ import annotations

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PICTURE = (
    r"(?:photo|photograph|image|picture|frame ?grab|video|still image|screen ?(?:shot|grab)|sketch|shot)"
)
TAKEN = (
    r"(?:(?:(?-i:[A-Z][a-z]{2,8}\.?)|\d{1,4}|file|undated|handout|booking|aerial|satellite|recent|archive"
    r"|publicity|courtroom|combination|combo),? )"
)
AGENCIES = r"(?:ap|associated press|afp|reuters|getty images|epa|xinhua|handout)"
NAME = r"(?-i:[A-ZÀ-Ý][\w.'’-]{1,30}(?: [A-ZÀ-Ý][\w.'’-]{0,30}){1,3})"
PHONE = r"\d{3}[-. )]{1,2}\d{3}|\d{3}[-.]\d{4}"
REACHED = rf"(?:at|on)\b.{{0,60}}(?:@|twitter|{PHONE})"
PIECE = r"(?:story|article|report|post|piece|column|interview|review|essay)"
WRITERS = r" (?:reporting|editing|writing)(?: and \w{7})? by\b"
OFFER = r".{0,80}\b(?:newsletters?|inbox|e-?mails?|app|here|now|free|today|alerts?|subscription|access)\b"
BYLINE_ENDS = r"(?:[;,.)\]]| and | in |\Z)"

SPEAKER = r"[A-Z][A-Z.'’]{1,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}"
GREETING = r"(?:thanks?|thank you|welcome|hello|hi|good (?:morning|afternoon|evening|day)|great to be)\b"

Openings = dict[str, tuple[tuple[str, str], ...]]

OPENINGS: Openings = {
    "related-link": (
        ("also", r" (?:read|see)\b"),
        ("read", r" (?:also|more|next)\b"),
        ("see", r" also\b"),
        ("more", r" on this\b| information\s?(?::|\Z)"),
        ("related recommended more watch read listen must-read must-reads gallery timeline", r"\s?[:|]"),
        ("photos video videos slideshow quiz", r"\s?[:|]"),
        ("in", r" pictures\s?[:|]"),
        ("up", r" next\s?(?::|\Z)"),
        ("previously", r"\s?(?::|\Z)"),
        ("related", r" \w{1,12}\s?(?::|\Z)| (?:articles?|stories|content|links?|topics?|coverage)\b"),
        ("you", r" (?:may|might) also like\b"),
        ("recommendation recommendations recommended", r" for you\b"),
        ("most", r" (?:read|popular|viewed|shared)\s*\Z"),
        ("(", r"(?:photos|videos?|related|read|more|also|watch|see)\b[^)]{0,40}:|read more\b"),
        ("(", r"(?-i:[A-Z][A-Z ]{2,30}):"),
        ("just must", r" watch(?:ed)?\b"),
        ("lesen mehr lire à voir lea", r" (?:sie auch|zum thema|aussi|lire aussi|también)\b"),
        ("le leia veja leggi", r" (?:puede interesar|também|mais|anche)\b"),
        ("читайте смотрите", r" также\b"),
    ),
    "highlight": (
        ("story", r" highlights\s?:?\s?(?:\Z|(?-i:[A-ZÀ-Ý•*-]))"),
        ("key", r" (?:points|takeaways)\s?:?\s?(?:\Z|(?-i:[A-ZÀ-Ý•*-]))"),
        ("what at", r" (?:to know|a glance)\s?:?\s?(?:\Z|(?-i:[A-ZÀ-Ý•*-]))"),
    ),
    "photo-credit": (
        ("photo photos photograph photographs photography picture pictures", r"\s?(?:by\b|:)"),
        ("image images illustration credit credits", r"\s?(?:by\b|:)"),
        ("photo", r" credits?\s?(?:by\b|:)| courtesy"),
        ("photos", r" courtesy"),
        ("source sources", r"\s?:(?! ?[\"“])"),
        ("photographer", r"\s?:"),
        ("credit", r" (?-i:[A-ZÀ-Ý])[^.!?]{2,60}(?:/| via | for )[^.!?]{2,60}\Z"),
        ("image", r" (?:copyright|source)\b"),
        ("submitted", r" photo"),
        ("foto bild imagen fuente фото", r"\s?[:(]"),
        ("crédit", r" photo\s?[:(]"),
        ("photo", r" d['’]archives\s?[:(]"),
        ("(", rf"(?:submitted )?{PICTURE}s?\s?(?:by\b|:|illustration)"),
        ("(", rf"{MONTH}\w{{0,6}}\.? \d{{1,2}}\)|{AGENCIES}\)\s*\Z"),
    ),
    "caption": (
        ("image media video", r" caption\b"),
        ("media", r" playback is unsupported\b"),
        ("pictured above below caption", r"\s?[:,]"),
        ("seen shown", r" here\s?[:,]"),
        ("left right top bottom", r"\s?:"),
        ("from", r" left(?: to right)?[:,]? (?-i:[A-Z])"),
        ("pictured", r" (?:above|below|left|right)\b"),
        ("file", r" (?:photo|image|picture|footage)\b|\s?[-–—:]"),
        ("in", rf" this {TAKEN}{{0,7}}{PICTURE}\b"),
        ("(", rf"[^()]{{2,30}}\) in this {TAKEN}{{0,7}}{PICTURE}\b"),
        (
            "this",
            rf" {TAKEN}{{0,7}}{PICTURE},? (?:provided|released|taken|made|shows?|issued|obtained|posted)\b",
        ),
        (
            "a an",
            rf" {TAKEN}{{1,7}}(?:photo|photograph|image|picture) (?:shows|of)\b"
            r"(?!.{0,200}\b(?:was|were|has|had|said)\b)",
        ),
        ("a", r" file (?:photo|image|picture)\b"),
        (
            "a",
            r" (?:photo|photograph|picture) (?:from|of) [^.,]{3,80}, with\b"
            r"(?!.{0,200}\b(?:was|were|has|had|said|shows?)\b)",
        ),
        ("general a", r" (?:general )?view of the\b(?!.{0,200}\b(?:was|were|has|had|said)\b)"),
        ("artist's", r" (?:impression|rendering|concept)\b"),
        ("close", r"(?<=(?-i:CLOSE)) (?-i:[A-Z])"),  # the button of a film player
        ("hide toggle enlarge show", r" (?:this )?(?:caption|image)\b"),
        ("0", r"\d{0,2} (?:of|/) \d{1,3}\.?\Z"),
    ),
    "agency-note": (
        ("( [", rf"(?:additional )?(?:{WRITERS[1:]}|(?:compiled|edited|written) by\b)"),
        ("additional", rf"{WRITERS} {NAME}{BYLINE_ENDS}"),
        ("reporting editing writing", rf"(?: and \w{{7}})? by {NAME}{BYLINE_ENDS}"),
        ("compiled edited written", rf" by {NAME}(?:(?:,| and) {NAME}){{0,3}}\.?\Z"),
        ("associated", r" press (?:writer|reporter|journalist)s?\b"),
        ("the", r" associated press (?:writer|reporter|journalist)s?\b"),
        (
            "this",
            rf" {PIECE}\b.{{0,40}}\b(?:updated|corrected|amended|published|produced|supplied|based on"
            r"|incorrectly|misstated|misspelled|misidentified|(?:first|originally) (?:appeared|ran))\b",
        ),
        ("this", rf" {PIECE} (?:was|has been) (?:edited|revised)\b"),
        (
            "a an",
            r" (?:(?:earlier|edited|previous|longer|shorter|print) )?version "
            rf"(?:of this {PIECE}\b|contained an?\b)",
        ),
        ("correction corrections clarification editor's", r"(?: note)?(?: \(?\d[^:.]{0,18})?\s?:"),
        ("update updated", r": (?:we|some|the|this)\b.{0,60}\b(?:added|changed|updated|corrected|amended)\b"),
        ("updated", r" (?:at|on) .{0,25}\bto (?:correct|add|include|reflect)\b"),
        ("original originally", r" (?:published|article) on\b"),
    ),
    "editors-note": (  # what an agency tells newsrooms; `(?<=(?-i:[A-Z]))` is a word in capitals
        ("eds", r"\s?:"),
        ("editor's editors", r" notes? ?(?:--|[_–—])"),
        ("updates adds subs recasts corrects clarifies fixes", r"(?<=(?-i:[A-Z])) "),
        (
            "( [",
            r"(?:eds:|(?-i:UPDATES?|ADDS|SUBS|RECASTS|CORRECTS|CLARIFIES|FIXES)\b|for use by\b"
            r"|(?:begin|end)? ?optional (?:trims?|material)\b|story (?:can|may) end\b)",
        ),
        ("story", r" (?:can|may) end here\b"),
        ("optional", r" (?:trims?|material)\b"),
        ("for", r" use (?:only )?by\b.{0,60}\bclients\b"),
        ("0", r"\d{1,4} words\.?\Z"),
    ),
    "byline": (("by", rf" {NAME}(?:(?:,| and| for|\s?\|)[^.!?]{{0,60}}|/[^.!?]{{0,30}}\.?)?\Z"),),
    "copyright": (
        ("©", r""),
        ("(", r"c\) ?\d{4}"),
        ("copyright", r" (?:©|\(c\)|\d{4}|by\b|(?-i:[A-Z]))"),
        ("all tous alle todos tutti", r" (?:rights reserved|droits réservés|rechte vorbehalten)\b"),
        ("todos tutti все", r" (?:los derechos|os direitos|i diritti|права защищены)\b"),
        ("this", r" material may not be (?:published|reproduced)"),
    ),
    "comments": (
        ("leave post add write", r" (?:a|your) (?:comment|reply)"),
        ("your ihre votre tu", r" (?:e-?mail[- ]ad+resse? (?:will not|wird nicht)|dirección de correo)"),
        ("votre", r" adresse (?:e-?mail|de messagerie)\b"),
        ("pflichtfelder", r" sind\b"),
        ("les los", r" (?:champs obligatoires|campos (?:obligatorios|necesarios))\b"),
        ("required", r" fields are marked"),
        ("0", r"\d{0,6} comments?\s*\Z"),
        ("comment comments", r" (?:are closed|\(\d|below)"),
        ("notify be", r" (?:me of|the first to comment)"),
        ("join", r" the (?:conversation|discussion)\b"),
        ("log login", r"(?: ?in)? to (?:comment|reply)"),
        ("save", r" my name\b.{0,60}\bbrowser\b"),
        ("want", rf" to (?:add to|comment on|respond to|contribute to) this {PIECE}\b"),
    ),
    "share-bar": (
        ("share tweet print email e-mail pin", r"(?: (?:this|via|copy|close)\b|\s*\Z)"),
        ("like", r" us on\b| this:"),
        ("join", r" us on\b"),
        ("facebook text", r" (?:twitter|size)\b"),
        ("become", r" a fan\b"),
        ("follow", r" (?:us|me|him|her|@|the author|\S{1,30} @|\S{1,30} \S{1,30} on\b)"),
        ("0", r"[\d.,]{0,9}[km]? (?:views?|shares?|likes?|retweets?)\s*(?:\Z|[|·•])"),
        ("read", r" or share this\b"),
    ),
    "promotion": (
        ("sign", rf" up\b{OFFER}"),
        ("subscribe", rf"\b{OFFER}"),
        ("get", rf" (?:our|the latest|full|your|breaking|daily)\b{OFFER}"),
        ("get", r" (?:\S{1,20} ){1,5}app\b.{0,40}\Z"),
        ("download", rf" (?:the|our|your)\b{OFFER}"),
        ("register", rf" (?:for|now|to)\b{OFFER}"),
        (
            "please",
            r" (?:sign up|subscribe|download|register|click|(?:consider )?(?:sub|don)|try again"
            r"|re-?enter|check your e-?mail|verify|choose a|log ?in\b|sign in|enter (?:a|your))",
        ),
        ("advertisement advertisements", r"(?:\Z| (?:continue|scroll|story))"),
        ("scroll continue", r" (?:to continue|down for|reading)\b"),
        ("story", r" continues"),
        ("premium", r" content\b"),
        ("sponsored", r"(?: (?:content|post|links?))?\s*\Z"),
        ("support", r" (?:our|independent|local|quality) journalism"),
        ("already", r" a (?:subscriber|member)\b[^,]{0,40}(?:\?|\Z)"),
        ("click tap", r" (?:here|on|the|to|through|below)\b"),
        ("email e-mail", r" sign up\b"),
        ("breaking", r" news (?:e-?mails?|alerts?|newsletters?)\b"),
        ("newsletter newsletters", r" (?:sign up|abonnieren|anmelden)\b"),
        (
            "thank thanks",
            r"(?: you)? for (?:signing|subscribing|registering"
            r"|(?:your support|reading|watching|visiting)[.!]?\Z)",
        ),
        ("note by", r"(?:: by)? (?:submitting|signing up)\b"),
        (
            "see read watch view visit check listen",
            r"\b[^:;]{0,90}\b(?:here|below|above"
            r"|for more information|to learn more|to find out more|weeknights|on demand)[.!]?\Z",
        ),
        ("or", r", (?:keep|stay|follow|sign)\b"),
        ("keep stay", r" (?:up[- ]to[- ]date|in the know|informed|connected|tuned)\b"),
        ("read scroll", r" on (?:for|to|below)\b"),
        ("you you'll", r" (?:can |will )?also find .{0,60}\b(?:videos?|clips|exclusives|extras)\b"),
        ("you", r" can (?:share|submit|send) (?:ideas|stories|photos|videos|tips|your)\b"),
        ("you", r" (?:can|may) (?:read|watch|see|view|hear|download|find|listen to)\b.{0,80} here\.\Z"),
        ("if for", r" [^\"“]{0,120}, please (?:refer|visit|see|click|check|go|e-?mail)\b"),
        ("visit", r" .{0,80} on the (?:web|internet)\b"),
        ("visit", r" (?:us|our)\b|.{0,80}(?:\.com|\.org|website|web site)\b.{0,20} for\b"),
        ("watch", r" .{0,60}\b(?:weeknights|weekdays|weekends)\b.{0,40}\d"),
        ("listen", r" to (?:the )?(?:full|latest|most important)\b.{0,40}(?:stories|episode|podcast)\b"),
        ("for", r" (?:(?:more|further|additional) (?:information|details|info)|reprints)\b"),
        (
            "for to",
            r" (?:more(?! than\b)|tips|learn more|read more|see more)\b[^:;]{0,110}, (?:please )?"
            r"(?:visit|see|go to|head|follow|call|click|check|pick up|read|join)\b",
        ),
        ("anzeige werbung publicité publicidad pubblicità реклама", r"\s*\Z"),
        ("jetzt", r" (?:abonnieren|anmelden)\b"),
        ("suscríbete inscrivez-vous assine подпишитесь", r"\b"),
        ("an", r" error (?:has )?occurred\b.{0,60}\Z"),
        ("invalid", r" e-?mail\b.{0,40}\Z"),
        ("you", r" (?:can|may) (?:unsubscribe|opt out)\b| agree to receive\b| are receiving this\b"),
        ("forward", r" (?:it|this(?: \w{1,12})?) to a friend\b"),
        ("you", r" must be (?:logged|signed) in\b"),
        ("you", r" must (?:select|confirm|enter)\b.{0,40}(?:newsletter|e-?mail)\b"),
        ("view", r" all\b.{0,40}\bnewsletters\b"),
        ("the", r" .{0,40}newsletters? sign up\b"),
        ("have got", r" an? (?:news )?(?:tip|story|question|comment)\b.{0,40}\?\Z"),
        ("send share", r" (?:us )?your (?:photos|images|videos?|stories|thoughts|views|comments|tips)\b"),
        ("let", r" us know\b.{0,60}\b(?:below|comments?|twitter|facebook|e-?mail)\b"),
        ("tell", r" us\b.{0,60}\b(?:below|comments?|you think|facebook|twitter)\b"),
        ("want", r" (?:more|to (?:read|see|hear) more)\b.{0,60}\?\Z"),
        ("interested", r" in\b.{0,40}\?\Z"),
        ("test take", r" (?:your knowledge|our (?:quiz|poll|survey)|this (?:quiz|poll|survey))\b"),
        ("donate", r" (?:today|now|here)\b"),
        ("don't", r" (?:miss (?:our|the latest)|forget to (?:subscribe|follow|like|check|sign))\b"),
    ),
    "boilerplate": (
        ("please", r" (?:enable|turn on) (?:javascript|cookies)"),
        ("enable", r" (?:javascript|cookies)"),
        ("warning", r": (?:the following|this) (?:video|story|article)\b"),
        ("you", r" need (?:javascript|to (?:enable|turn on))\b"),
        ("javascript", r" (?:is|must)\b"),
        ("media", r" requires javascript\b"),
        ("your", r" browser\b.{0,60}\b(?:javascript|supported|support|disabled|out of date)\b"),
        ("starting", r" in 1996, alexa\b"),
        ("this", r" (?:site|website) (?:uses|requires)\b"),
        ("this", r" (?:content|video|copy) is (?:copyright|subject to|for (?:your )?personal)\b"),
        ("we", r" (?:use cookies|have sent a confirmation)\b"),
        ("by", r" (?:using|continuing to (?:use|browse)) (?:this|our|the) (?:site|website|service|app)\b"),
        ("skip jump", r" to\b(?=.{0,40}\Z)"),
        ("back toggle", r" (?:to top|navigation)\b"),
        ("left main", r" menu\b"),
        ("tweet", r" with a location\b"),
        ("terms privacy cookie about contact", r" (?:of (?:use|service)|policy|this site|us)\s*(?:\Z|[|·&])"),
        ("you", r" can add location information"),
        ("http https", r"://\S+ [^—–-]"),
        ("when", r" you tweet with a location"),
        ("sorry", r", (?:the page you requested|comments)\b"),
        ("the", r" (?:views expressed|author (?:wrote this|has no (?:business|position)))\b"),
        ("views", r" expressed\b"),
        ("contact", r" us at\b"),
        ("add", r" (?:\w{1,20} ){0,3}as an interest\b"),
    ),
    "contact": (
        ("contact email e-mail reach write follow", rf"(?: \S{{1,40}}){{0,9}} {REACHED}"),
        ("to", rf" (?:contact|e-?mail|reach|write|follow)\b(?: \S{{1,40}}){{0,9}} {REACHED}"),
        ("call", rf" (?:\S{{1,40}} ){{1,9}}(?:at|on)\b.{{0,20}}(?:{PHONE})"),
        ("contact", rf" [^.]{{3,60}}[:,] ?(?:{PHONE})"),
        ("tel phone fax email e-mail telephone contact twitter", r"\s?[:.]"),
    ),
    "time-stamp": (
        (
            "update updated published posted last first",
            r"(?!.{0,60}\b(?:the|an?|is|was|were|has|had) )(?=.{0,70}\Z)"
            r"(?: (?:updated|modified|published))?\s?(?::|at\b|on\b|\|)?\s?"
            rf"(?:\d{{1,4}}[:./-]\d|\d{{1,2}}\.\d|\d{{1,2}} {MONTH}|{WEEKDAY}|{MONTH}\w{{0,6}}\.? \d)",
        ),
        ("(", rf"published {WEEKDAY}"),
        ("0", r"\d{0,6} (?:second|minute|min|hour|hr|day|week|month|year)s? ago\s*\Z"),
    ),
}  # fmt: skip
