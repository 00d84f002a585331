"""How party, title, honorifics and name follow one another: patterns over the kinds of units.

The letters are those of lexemes.py and units.py: T head of a title, F what it is for, K institution, G place,
P party, A its adjective, ' possessive, H honorific, C capitalised word, U short name in capitals, I initial,
L particle, S what follows a name, N capitalised word that is no name, o i r t n small words that join.
"""

import re

_FIELD = "[FfKU]"
_WORD = "[FfKUAPGd]"
_OBJECT = f"(?:{_WORD}|C{{1,3}}(?=[FK]))"
_AND_OBJECT = f"(?:(?:,(?:{_FIELD})++)*+,?nt?(?:{_FIELD}|C{{1,2}}(?=[FK]))++(?!'?T))?"
_BRACKET = r"(?:\((?:[\"UFKCPATfn,'o]{1,12})\))?"
# "of Justice and Home Affairs", "at the National Security Council", "to the Prime Minister"
_FOR = (
    f"(?:[oir]t?(?:T(?=[oin,;.)]|$|H)|C{{1,2}}(?=nt?F|,F)|{_OBJECT}(?:'?{_WORD})*+{_AND_OBJECT}(?:T(?![CIHL]))?)"
    "|[oi]t?T'?F*K|(?<=T)iT(?=[,;]))"
)
_BEFORE_HEAD = "(?:Kot?F++(?=T)|[FAPKGU]'?|f(?=[fTF])|(?<=[Ff])n(?=[Ff]++'?T))*+"
_BEFORE_HEAD_AGAIN = "(?:[FKU]|f(?=[fTF])|(?<=[Ff])n(?=[Ff]++T))*+"
_TITLE = f"T(?!'F*K){_BRACKET}{_FOR}*+{_BRACKET}"
_TITLES = f"{_BEFORE_HEAD}{_TITLE}(?:(?:,n?|n|-|/)t?{_BEFORE_HEAD_AGAIN}{_TITLE})*"
_OFFICE = f"(?:,t?(?:[AP]'?)?(?:T')?F*K{_FOR}*+(?:nt?F*K{_FOR}*+)*+|,P(?![FKTAP'n]))"
_HONORIFICS = "(?:t?H)*"
# A name may end with a word that is a country or a field elsewhere: "Lisa Monaco", "Samantha Power".
_NAME_GOES_ON = (
    "[CIU]|L+(?=[CIU])|S(?=[CI])|H(?=[CI])|(?<=I)P|(?<=[TH][CI])P(?=[,;.)nvS]|$)"
    "|(?<=[CI])F(?=[,;.)vn]|$|ot?[PA])"
)
_CORE = f"(?:L(?=[LCI]))*[CI](?:{_NAME_GOES_ON})*"
_POLITE_CORE = f"(?:L(?=[LC]))*(?:[CIU]|F(?!F*T))(?:{_NAME_GOES_ON}|F(?=C|$|[^FTo]))*"
_AFTER = "(?:,?S)*"
_OF_PARTY = r"(?:(?:[or]t?[PA](?!['FT])|[or]t?[PA]'?F*K|[or]t?F*K(?:ot?F+(?:nt?F+)*)?ot?P|\(t?P\)))?"

_ONE_OF_MANY = f"{_HONORIFICS}{_CORE}{_OF_PARTY}"

# National Security Advisors Sullivan, Shin, and Akiba
_MANY = (
    f"(?P<many>t?(?P<many_title>{_BEFORE_HEAD}{_TITLE})[,:-]?"
    f"(?P<many_names>{_ONE_OF_MANY}(?:,{_ONE_OF_MANY})*+,?n{_ONE_OF_MANY}))(?![,nC]*T)"
)
# Mr Pang Kin Keong, Permanent Secretary (Law)
_NAMED = (
    f"(?<![CFNKUITG])(?P<named>(?P<named_polite>(?:{_HONORIFICS}|t?T)(?=[CILFU]))"
    f"(?P<named_name>(?:(?<=H){_POLITE_CORE}|{_CORE}){_AFTER})"
    rf"(?:{_OF_PARTY}(?P<separator>[,(:|-]*))t?(?P<named_title>{_TITLES}(?:{_OFFICE}|(?:,n?|n)t?{_BEFORE_HEAD_AGAIN}{_TITLE})*(?:(?<=,P)|(?!H*[CI]))))"
)
# Dr. WANJIRU, Grace Njoki – Cabinet Secretary for Health
_INVERTED = (
    f"(?P<inverted>{_HONORIFICS}(?P<inverted_name>(?P<surname>(?:[CUI]|L(?=[CU])){{1,4}}),[CI](?:[CIL])*)"
    f"[(:|-]+t?(?P<inverted_title>{_TITLES}{_OFFICE}*))"
)
# Türkiye's Minister of Justice Yilmaz Tunc
_TITLED = (
    f"(?P<titled>(?P<titled_polite>{_HONORIFICS})t?(?P<titled_title>{_TITLES}{_OFFICE}?)"
    f"(?P<rank>T)?(?P<comma>[,|-]?)(?P<titled_more>{_HONORIFICS})(?P<titled_name>(?>{_CORE}{_AFTER}))(?!F*K)"
    f"(?P<titled_of>{_OF_PARTY}))"
)
# the President-designate of the 27th session of the Conference (COP-27), Sameh Shoukry
_DISTANT = (
    f"(?P<distant>t?(?P<distant_title>{_TITLES})(?:[^,;.vCIT']|v(?!v)|C(?!C)){{2,40}}"
    f",(?P<distant_name>{_CORE})(?=[,;.)]|$))"
)
# Kosovo Minister of Justice X, Montenegro's Bojan Božović
_OWNED = "(?P<owned>(?<=[,n])P'(?P<owned_name>[CI][CIL]+)(?=[,;.nv]|$))"
# the Hon Michaelia Cash (Australia); Mr Finer
_POLITE = f"(?P<polite>(?:t?H)+(?P<polite_name>{_POLITE_CORE}{_AFTER})(?P<polite_of>{_OF_PARTY}))"

PATTERNS = tuple(map(re.compile, (_MANY, _INVERTED, _NAMED, _TITLED, _DISTANT, _OWNED, _POLITE)))
"""Somebody with a name, in the orders in which reports write it: the first that fits counts."""

PERSON = re.compile(f"{_MANY}|{_INVERTED}|{_NAMED}|{_TITLED}|{_DISTANT}|{_OWNED}|{_POLITE}")
"""Any of them."""
