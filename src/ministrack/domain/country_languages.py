"""Languages in which countries can be named, by their own names, as the locale data has them."""

COUNTRY_LANGUAGES: tuple[tuple[str, str], ...] = (
    ("az", "Azərbaycan"), ("bs", "Bosanski"), ("cs", "Čeština"), ("da", "Dansk"), ("de", "Deutsch"),
    ("et", "Eesti"), ("en", "English"), ("es", "Español"), ("fr", "Français"), ("ga", "Gaeilge"),
    ("hr", "Hrvatski"), ("id", "Indonesia"), ("is", "Íslenska"), ("it", "Italiano"), ("lv", "Latviešu"),
    ("lt", "Lietuvių"), ("hu", "Magyar"), ("mt", "Malti"), ("nl", "Nederlands"), ("nb", "Norsk bokmål"),
    ("uz", "O‘zbek"), ("pl", "Polski"), ("pt", "Português"), ("ro", "Română"), ("sq", "Shqip"),
    ("sk", "Slovenčina"), ("sl", "Slovenščina"), ("fi", "Suomi"), ("sv", "Svenska"),
    ("vi", "Tiếng Việt"), ("tr", "Türkçe"), ("tk", "Türkmen dili"), ("el", "Ελληνικά"),
    ("be", "Беларуская"), ("bg", "Български"), ("ky", "Кыргызча"), ("mk", "Македонски"),
    ("mn", "Монгол"), ("ru", "Русский"), ("sr", "Српски"), ("tg", "Тоҷикӣ"), ("uk", "Українська"),
    ("kk", "Қазақ тілі"), ("hy", "Հայերեն"), ("he", "עברית"), ("ur", "اردو"), ("ar", "العربية"),
    ("fa", "فارسی"), ("hi", "हिन्दी"), ("th", "ไทย"), ("ka", "ქართული"), ("zh", "中文"), ("ja", "日本語"),
    ("ko", "한국어"),
)  # fmt: skip
"""Code and own name, in the order of the own names: Latin letters first, then each other script."""
