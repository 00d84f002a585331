"""Other names by which countries are looked for: former, short and official ones that locale data lacks."""

from collections.abc import Mapping

from ministrack.domain.names import fold

# ISO 3166-1 alpha-2 -> names to find it by. They are never shown.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "AE": ("UAE", "Emirates"),
    "AR": ("Argentine Republic",),
    "AZ": ("Азербайджанская Республика",),
    "BA": ("Bosnia", "BiH"),
    "BD": ("People's Republic of Bangladesh",),
    "BN": ("Brunei Darussalam",),
    "BO": ("Plurinational State of Bolivia",),
    "BY": ("Belorussia",),
    "CD": ("DRC", "DR Congo", "Democratic Republic of the Congo", "Zaire"),
    "CG": ("Republic of the Congo",),
    "CH": ("Swiss Confederation",),
    "CI": ("Ivory Coast",),
    "CN": ("PRC", "People's Republic of China"),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic", "Чешская Республика"),
    "DZ": ("People's Democratic Republic of Algeria",),
    "ET": ("Federal Democratic Republic of Ethiopia",),
    "FM": ("Federated States of Micronesia",),
    "FR": ("French Republic", "République française"),
    "GA": ("Gabonese Republic",),
    "GB": (
        "UK",
        "Great Britain",
        "Britain",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
        "United Kingdom of Great Britain and Northern Ireland",
    ),
    "GM": ("The Gambia",),
    "GR": ("Hellenic Republic",),
    "IR": ("Islamic Republic of Iran", "Persia"),
    "IT": ("Italian Republic",),
    "KG": (
        "Kirghizia",
        "Kirgizia",
        "Kirghizstan",
        "Kyrgyz Republic",
        "Kırgız Cumhuriyeti",
        "Кыргызская Республика",
        "Киргизская Республика",
        "Qırğız Respublikası",
        "Qirgʻiz Respublikasi",
        "Кыргыз Республикасы",
    ),
    "KP": ("DPRK", "Democratic People's Republic of Korea"),
    "KR": ("ROK", "Republic of Korea", "Korea"),
    "KZ": ("Kazakstan",),
    "LA": ("Lao PDR", "Lao People's Democratic Republic"),
    "LB": ("Lebanese Republic",),
    "LK": ("Democratic Socialist Republic of Sri Lanka",),
    "MD": ("Republic of Moldova", "Moldavia"),
    "MK": ("Macedonia",),
    "MM": ("Burma",),
    "MX": ("United Mexican States",),
    "NL": ("Holland",),
    "NP": ("Federal Democratic Republic of Nepal",),
    "PS": ("Palestine", "State of Palestine"),
    "PT": ("Portuguese Republic",),
    "RU": ("Russian Federation", "Российская Федерация"),
    "SA": ("KSA",),
    "SK": ("Slovak Republic", "Словацкая Республика"),
    "SY": ("Syrian Arab Republic",),
    "SZ": ("Swaziland",),
    "TJ": ("Tadjikistan", "Tadzhikistan"),
    "TL": ("East Timor",),
    "TM": ("Turkmenia",),
    "TR": ("Turkey", "Turkiye", "Türkiye Cumhuriyeti", "Турецкая Республика"),
    "TW": ("Republic of China",),
    "TZ": ("United Republic of Tanzania",),
    "US": ("USA", "United States of America", "America"),
    "UY": ("Oriental Republic of Uruguay",),
    "VA": ("Holy See", "Vatican"),
    "VE": ("Bolivarian Republic of Venezuela",),
    "VN": ("Viet Nam",),
}

# What official names say beside the name itself: "Republic of Kazakhstan", "Azərbaycan Respublikası".
_FORMS = frozenset(
    fold(
        "the republic of kingdom state sultanate grand duchy principality commonwealth union federation"
        " federal federative islamic arab hashemite bundesrepublik republik königreich"
        " république du de la royaume islamique república reino repubblica di regno republika köztársaság"
        " cumhuriyeti cumhuriyyeti krallığı federasyonu respublikası respublikasi respublikasy federasiyası"
        " республика республикаси республикасы республики королевство государство федерация федерациясы"
        " республіка рэспубліка република"
    ).split()
)


def without_form(name: str) -> str:
    """The folded words of an official name without its form of state; "" where nothing was left out."""
    words = fold(name).split()
    left = [word for word in words if word not in _FORMS]
    return " ".join(left) if len(left) < len(words) else ""
