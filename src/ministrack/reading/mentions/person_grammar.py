"""How party, title, honorifics and name follow one another: patterns over the kinds of units.

The letters are those of lexemes.py and units.py: T head of a title, F what it is for, K institution, G place,
P party, A its adjective, ' possessive, H honorific, C capitalised word, U short name in capitals, I initial,
L particle, S what follows a name, N capitalised word that is no name, o i r t n small words that join.
"""

import re

_FIELD = "[FfKU]"
_WORD = "(?:[FfKUAGd]|P(?![-:]))"
_OBJECT = f"(?:{_WORD}|C{{1,3}}(?=[FK]))"
_AND_OBJECT = f"(?:(?:,(?:{_FIELD}){{1,8}}+){{0,8}}+,?nt?(?:{_FIELD}|C{{1,2}}(?=[FK])){{1,8}}+(?!'?T))?"
_BRACKET = r"(?:\((?:[\"UFKCPATfn,'o]{1,12})\))?"
# "of Justice and Home Affairs", "at the National Security Council", "to the Prime Minister"
_FOR = (
    f"(?:[oi]t?(?:[PA]'?)?T'?F{{0,4}}K|[oi]tT(?=CC)|[oir]t?(?:T(?=[oin,;.)]|$|H)|C{{1,2}}(?=nt?F|,F)|{_OBJECT}(?:'?{_WORD}){{0,12}}+{_AND_OBJECT}(?:T(?![CIHL]))?)"
    "|(?<=T)iT(?=[,;]))"
)
_BEFORE_HEAD = "(?:Kot?F{1,8}+(?=T)|[FAPKGU]'?|f(?=[fTF])|(?<=[Ff])n(?=[Ff]{1,6}+'?T)){0,12}+"
_BEFORE_HEAD_AGAIN = "(?:[FKU]|f(?=[fTF])|(?<=[Ff])n(?=[Ff]{1,6}+T)){0,10}+"
_TITLE = f"T(?!'F{{0,4}}K){_BRACKET}{_FOR}{{0,6}}+(?:{_BRACKET}{_FOR}{{0,2}}+)"
_TITLES = f"{_BEFORE_HEAD}{_TITLE}(?:(?:,n?|n|-|/)t?{_BEFORE_HEAD_AGAIN}{_TITLE}){{0,4}}"
_OFFICE = (
    f"(?:,t?(?:[AP]'?)?(?:T')?F{{0,6}}K{_FOR}{{0,4}}+(?:nt?F{{0,6}}K{_FOR}{{0,4}}+){{0,3}}+"
    "|[,-]P(?![FKTAP':-]|n(?!t?H)|vt?[HT]))"
)
_HONORIFICS = r"(?:t?H(?:\(U\))?){0,4}"
# A name may end with a word that is a country or a field elsewhere: "Lisa Monaco", "Samantha Power".
_NAME_GOES_ON = (
    "[CIU]|L{1,3}(?=[CIU])|S(?=[CI])|H(?=[CI])|(?<=I)P|(?<=[TH][CI])P(?=[,;.)nvS]|$)"
    "|(?<=[CI])F(?=[,;.)vn]|$|ot?[PA])"
)
_CORE = f"(?:L(?=[LCI])){{0,3}}[CI](?:{_NAME_GOES_ON}){{0,14}}"
_POLITE_CORE = f"(?:L(?=[LC])){{0,3}}(?:[CIU]|F(?!F{{0,6}}T))(?:{_NAME_GOES_ON}|F(?=C|$|[^FTo])){{0,14}}"
_AFTER = "(?:,?S){0,5}"
# Behind a name: of Japan, of the Australian High Commission, of the Ministry of Trade of Chile, or (Georgia).
_OF_PARTY = (
    r"(?:[or]t?[PA](?!['FT])|[or]t?[PA]'?F{0,6}K"
    r"|[or]t?F{0,6}K(?:ot?F{1,6}(?:nt?F{1,6}){0,2})?ot?P|\(t?P\))?"
)

_ONE_OF_MANY = f"{_HONORIFICS}{_CORE}{_OF_PARTY}"

# National Security Advisors Sullivan, Shin, and Akiba
_MANY = (
    f"(?P<many>t?(?P<many_title>{_BEFORE_HEAD}{_TITLE})(?:[iv]{{1,4}}(?=:))?[,:-]?"
    f"(?P<many_names>{_ONE_OF_MANY}(?:(?:,{_ONE_OF_MANY}){{0,30}}+,?n{_ONE_OF_MANY}|(?:,{_ONE_OF_MANY}){{1,30}}+(?=[.;]|$))))(?![,nC]{{0,12}}T)"
)
# Mr Pang Kin Keong, Permanent Secretary (Law)
_NAMED = (
    f"(?:(?<![CFNKUITG])|(?=H))(?P<named>(?P<named_polite>(?:{_HONORIFICS}|t?T)(?=[CILFU]))"
    f"(?P<named_name>(?:(?<=H){_POLITE_CORE}|{_CORE}){_AFTER})"
    f"(?:(?P<named_of>{_OF_PARTY})(?P<separator>[,(:|-]{{0,3}}))t?(?P<named_title>{_TITLES}(?:{_OFFICE}|(?:,n?|n)t?{_BEFORE_HEAD_AGAIN}{_TITLE}){{0,5}}"
    "(?:(?<=[,-]P)|(?!H{0,4}[CI])|(?=H{1,4}[CI][CIL]{0,6},t?F{0,4}T))))"
)
# Dr. WANJIRU, Grace Njoki – Cabinet Secretary for Health
_INVERTED = (
    f"(?P<inverted>{_HONORIFICS}(?P<inverted_name>(?P<surname>(?:[CUI]|L(?=[CU])){{1,4}}),[CI][CIL]{{0,8}})"
    f"[(:|-]{{1,3}}t?(?P<inverted_title>{_TITLES}{_OFFICE}{{0,3}}))"
)
# Türkiye's Minister of Justice Yilmaz Tunc
_TITLED = (
    f"(?P<titled>(?P<titled_polite>{_HONORIFICS})t?(?P<titled_title>{_TITLES}{_OFFICE}?)"
    f"(?P<rank>T)?(?P<comma>[,|-]?)(?P<titled_more>{_HONORIFICS})(?P<titled_name>(?>{_CORE}{_AFTER}))(?!F{{0,6}}K)"
    f"(?P<titled_of>,P(?=[;.|)]|$)|{_OF_PARTY}))"
)
# the President-designate of the 27th session of the Conference (COP-27), Sameh Shoukry
_DISTANT = (
    f"(?P<distant>t?(?P<distant_title>{_TITLES})(?:[^,;.vCIT']|v(?!v)|C(?!C)){{2,40}}"
    f",(?P<distant_name>{_CORE})(?=[,;.)]|$))"
)
# Kosovo Minister of Justice X, Montenegro's Bojan Božović; the Ministers of Germany, X, and France, Y
_OWNED = (
    "(?P<owned>(?<=[,nt])P(?:'|(?P<placed>,))(?P<owned_name>[CI][CIL]{1,8})(?=[,;.nv]|$)(?!,t?[FK]{0,4}T))"
)
# the Hon Michaelia Cash (Australia); Mr Finer
_POLITE = f"(?P<polite>(?:t?H){{1,4}}(?P<polite_name>{_POLITE_CORE}{_AFTER})(?P<polite_of>{_OF_PARTY}))"

# the Prime Ministers of Barbados and Grenada, X and Y; the Danish and Norwegian foreign ministers, X and Y
_PAIRED_NAME = f"{_HONORIFICS}[CI][CIL]{{1,6}}"
_PAIRED = (
    f"(?P<paired>t?(?P<paired_before>A(?:,A){{0,8}}+,?nA)?(?P<paired_title>[FfK]{{0,6}}T(?:ot?[FfK]{{1,6}}(?:nt?[FfK]{{1,6}})?)?)"
    f"(?P<paired_of>[or]t?P(?:,t?P){{0,8}}+,?nt?P)?[,:(-]{{0,2}}(?P<paired_names>{_PAIRED_NAME}"
    f"(?:,{_PAIRED_NAME}){{0,8}}+,?n{_PAIRED_NAME}))(?![CIF])"
)

PATTERNS = tuple(map(re.compile, (_PAIRED, _MANY, _INVERTED, _NAMED, _TITLED, _DISTANT, _OWNED, _POLITE)))
"""Somebody with a name, in the orders in which reports write it: the first that fits counts."""

PERSON = re.compile(f"{_PAIRED}|{_MANY}|{_INVERTED}|{_NAMED}|{_TITLED}|{_DISTANT}|{_OWNED}|{_POLITE}")
"""Any of them."""
