"""The tables of date words: English complete, Turkish, Azerbaijani and Russian for what is commonly typed."""

from ministrack.domain.date_words import DateWords

_EN = DateWords(
    months_short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    months_long=("January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December"),
    seasons=("spring", "summer", "autumn", "winter"),
    more_months={"sept": 9},
    more_seasons={"fall": 3, "springtime": 1, "summertime": 2, "wintertime": 4},
    words={
        **dict.fromkeys(("the", "of", "in", "on", "at", "a", "s", "during", "sometime", "a.d", "ad"),
            ("noise", 0)),
        "today": ("day", 0), "tomorrow": ("day", 1), "yesterday": ("day", -1),
        "next": ("turn", 1), "coming": ("turn", 1), "this": ("turn", 0), "current": ("turn", 0),
        "last": ("turn", -1), "previous": ("turn", -1), "past": ("turn", -1),
        "year": ("unit", 1), "month": ("unit", 2), "week": ("unit", 3),
        "half": ("half", 0), "semester": ("half", 0), "quarter": ("quarter", 0),
        "first": ("ordinal", 1), "second": ("ordinal", 2), "third": ("ordinal", 3),
        "fourth": ("ordinal", 4),
        "early": ("part", 1), "beginning": ("part", 1), "start": ("part", 1),
        "mid": ("part", 2), "middle": ("part", 2),
        "late": ("part", 3), "end": ("part", 3),
        "monday": ("weekday", 0), "mon": ("weekday", 0), "tuesday": ("weekday", 1), "tue": ("weekday", 1),
        "tues": ("weekday", 1), "wednesday": ("weekday", 2), "wed": ("weekday", 2),
        "thursday": ("weekday", 3),
        "thu": ("weekday", 3), "thur": ("weekday", 3), "thurs": ("weekday", 3), "friday": ("weekday", 4),
        "fri": ("weekday", 4), "saturday": ("weekday", 5), "sat": ("weekday", 5), "sunday": ("weekday", 6),
        "sun": ("weekday", 6),
    },
    about_words=("about", "around", "circa", "ca.", "ca", "c.", "approx.", "approx", "approximately",
        "roughly"),
    uncertain_words=("probably", "possibly", "perhaps", "maybe", "tentatively", "uncertain", "(?)"),
    since_words=("from", "since", "as of", "starting", "onwards", "onward", "and later", "or later"),
    until_words=(
        "until", "till", "up to", "by", "no later than", "not later than", "and earlier", "or earlier",
        "by the end of", "by end of", "until the end of", "before the end of", "till the end of",
    ),
    before_words=("before",),
    after_words=("after",),
    between_words=("between",),
    to_words=("to", "until", "till", "through", "and"),
    and_words=("and", "&"),
)  # fmt: skip

_TR = DateWords(
    months_short=("Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"),
    months_long=("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
        "Ekim", "Kasım", "Aralık"),
    seasons=("ilkbahar", "yaz", "sonbahar", "kış"),
    season="{year} {season}",
    half=("{year} ilk yarı", "{year} ikinci yarı"),
    quarter="{year} {n}. çeyrek",
    decade="{year}'ler",
    about="yaklaşık {date}",
    uncertain="{date} (kesin değil)",
    since="{date} ve sonrası",
    until="{date} ve öncesi",
    more_seasons={"bahar": 1, "bahari": 1, "ilkbahari": 1, "yazi": 2, "sonbahari": 3, "güz": 3, "kişi": 4},
    words={
        **dict.fromkeys(("tarihinde", "yilinin", "ayi", "ayinin", "nin", "nun", "in", "un"), ("noise", 0)),
        "bugün": ("day", 0), "yarin": ("day", 1), "dün": ("day", -1),
        "gelecek": ("turn", 1), "önümüzdeki": ("turn", 1), "bu": ("turn", 0), "geçen": ("turn", -1),
        "yil": ("unit", 1), "yili": ("unit", 1), "ay": ("unit", 2), "hafta": ("unit", 3),
        "yari": ("half", 0), "yarisi": ("half", 0), "çeyrek": ("quarter", 0), "çeyreği": ("quarter", 0),
        "ilk": ("ordinal", 1), "birinci": ("ordinal", 1), "ikinci": ("ordinal", 2),
        "üçüncü": ("ordinal", 3),
        "dördüncü": ("ordinal", 4), "başi": ("part", 1), "ortasi": ("part", 2), "sonu": ("part", 3),
        "pazartesi": ("weekday", 0), "sali": ("weekday", 1), "çarşamba": ("weekday", 2),
        "perşembe": ("weekday", 3),
        "cuma": ("weekday", 4), "cumartesi": ("weekday", 5), "pazar": ("weekday", 6),
    },
    about_words=("yaklaşik", "yaklaşik olarak", "tahminen"),
    uncertain_words=("muhtemelen", "belki"),
    since_words=("itibaren", "ve sonrasi"),
    until_words=("kadar", "ve öncesi"),
    before_words=("önce",),
    after_words=("sonra",),
    and_words=("ve",),
)  # fmt: skip

_AZ = DateWords(
    months_short=("yan", "fev", "mar", "apr", "may", "iyn", "iyl", "avq", "sen", "okt", "noy", "dek"),
    months_long=("yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr",
        "oktyabr", "noyabr", "dekabr"),
    seasons=("yaz", "yay", "payız", "qış"),
    season="{year} {season}",
    half=("{year} birinci yarı", "{year} ikinci yarı"),
    quarter="{year} {n}-ci rüb",
    decade="{year}-ci illər",
    about="təxminən {date}",
    uncertain="{date} (dəqiq deyil)",
    since="{date} və sonra",
    until="{date} və əvvəl",
    more_seasons={"yazi": 1, "yayi": 2, "payizi": 3, "qişi": 4},
    words={
        **dict.fromkeys(("ilin", "ayi", "ayinin", "tarixində"), ("noise", 0)),
        "bu gün": ("day", 0), "sabah": ("day", 1), "dünən": ("day", -1), "bugün": ("day", 0),
        "gələn": ("turn", 1), "növbəti": ("turn", 1), "bu": ("turn", 0), "keçən": ("turn", -1),
        "ötən": ("turn", -1), "il": ("unit", 1), "ili": ("unit", 1), "ay": ("unit", 2),
        "həftə": ("unit", 3),
        "illər": ("decades", 0), "yari": ("half", 0), "yarisi": ("half", 0), "rüb": ("quarter", 0),
        "rübü": ("quarter", 0),
        "birinci": ("ordinal", 1), "ilk": ("ordinal", 1), "ikinci": ("ordinal", 2),
        "üçüncü": ("ordinal", 3),
        "dördüncü": ("ordinal", 4), "əvvəli": ("part", 1), "ortasi": ("part", 2), "sonu": ("part", 3),
    },
    about_words=("təxminən", "təqribən"),
    uncertain_words=("ehtimal ki", "bəlkə"),
    since_words=("etibarən", "və sonra"),
    until_words=("qədər", "və əvvəl"),
    and_words=("və",),
)  # fmt: skip

_RU = DateWords(
    months_short=("янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.",
        "нояб.", "дек."),
    months_long=("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря"),
    months_alone=("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
        "октябрь", "ноябрь", "декабрь"),
    seasons=("весна", "лето", "осень", "зима"),
    half=("первая половина {year}", "вторая половина {year}"),
    quarter="{n}-й квартал {year}",
    decade="{year}-е годы",
    about="примерно {date}",
    uncertain="{date} (не точно)",
    since="{date} и позже",
    until="{date} и раньше",
    more_months={
        "январе": 1, "феврале": 2, "марте": 3, "апреле": 4, "мае": 5, "июне": 6, "июле": 7, "августе": 8,
        "сентябре": 9, "октябре": 10, "ноябре": 11, "декабре": 12, "сен": 9, "ноя": 11, "фев": 2,
    },
    more_seasons={"весной": 1, "весны": 1, "летом": 2, "лета": 2, "осенью": 3, "осени": 3, "зимой": 4,
        "зимы": 4},
    words={
        **dict.fromkeys(("в", "во", "г", "гг", "года", "году"), ("noise", 0)),
        "сегодня": ("day", 0), "завтра": ("day", 1), "вчера": ("day", -1),
        "следующий": ("turn", 1), "этот": ("turn", 0), "прошлый": ("turn", -1),
        "год": ("unit", 1), "месяц": ("unit", 2), "годы": ("decades", 0),
        "половина": ("half", 0), "половине": ("half", 0), "квартал": ("quarter", 0),
        "квартале": ("quarter", 0),
        "первая": ("ordinal", 1), "первой": ("ordinal", 1), "первый": ("ordinal", 1),
        "вторая": ("ordinal", 2),
        "второй": ("ordinal", 2), "третий": ("ordinal", 3), "четвертый": ("ordinal", 4),
        "четвёртый": ("ordinal", 4),
        "начало": ("part", 1), "середина": ("part", 2), "конец": ("part", 3),
    },
    about_words=("примерно", "около", "приблизительно"),
    uncertain_words=("вероятно", "возможно"),
    since_words=("с", "со", "начиная с", "и позже"),
    until_words=("до", "не позднее", "и раньше"),
    before_words=("до начала",),
    after_words=("после",),
    to_words=("по", "до"),
    and_words=("и",),
)  # fmt: skip

_TABLES = {"en": _EN, "tr": _TR, "az": _AZ, "ru": _RU}


def words_of(language: str) -> DateWords:
    """The words of a BCP 47 language; English where there is no table for it."""
    return _TABLES.get(language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower(), _EN)


def tables_of(language: str) -> tuple[DateWords, ...]:
    """The tables to read with: the language first, then English, which is understood everywhere."""
    own = words_of(language)
    return (own,) if own is _EN else (own, _EN)
