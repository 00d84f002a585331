"""How countries are called and in which order they stand, as a person prefers."""

from ministrack.domain.protocol import Protocol, in_alphabet


def test_names_stay_as_recorded_until_a_language_is_chosen() -> None:
    assert Protocol().shown("TR", "Türkiye") == "Türkiye"
    assert Protocol(language="fr").shown("TR", "Türkiye") == "Turquie"
    assert Protocol(language="ru").shown("KG", "Кыргызстан") == "Киргизия"


def test_every_name_of_a_country_is_known_in_any_language_and_spelling() -> None:
    french = Protocol(language="fr")
    assert {french.shown("KG", name) for name in ("Kyrgyzstan", "Kırgızistan", "Kyrgyz Republic")} == {
        "Kirghizstan"
    }


def test_a_name_given_by_hand_is_left_as_it_is() -> None:
    french = Protocol(language="fr")
    assert french.shown("TR", "Republic of Türkiye (observer)") == "Republic of Türkiye (observer)"
    assert french.shown(None, "Organization of Turkic States") == "Organization of Turkic States"
    assert french.shown("XX", "Nowhere") == "Nowhere"
    assert french.shown("TR", None) is None


def test_the_alphabet_is_that_of_the_names_shown_or_another() -> None:
    parties = [("DE", "Germany"), ("TR", "Türkiye"), ("AT", "Austria"), ("HU", "Hungary")]

    def in_order(protocol: Protocol) -> list[str]:
        return [code for code, _ in sorted(parties, key=lambda each: protocol.order(*each))]

    assert in_order(Protocol()) == ["AT", "DE", "HU", "TR"]
    assert in_order(Protocol(language="fr")) == ["DE", "AT", "HU", "TR"]  # Allemagne, Autriche, Hongrie
    assert in_order(Protocol(language="fr", alphabet="en")) == ["AT", "DE", "HU", "TR"]
    assert in_order(Protocol(alphabet="fr")) == ["DE", "AT", "HU", "TR"]


def test_other_scripts_go_by_their_own_letters() -> None:
    names = ["Венгрия", "Азербайджан", "Жапония", "Германия"]
    assert sorted(names, key=in_alphabet) == ["Азербайджан", "Венгрия", "Германия", "Жапония"]
    assert in_alphabet("Österreich") < in_alphabet("Portugal")


def test_host_and_chair_come_first_only_when_asked_for() -> None:
    assert Protocol().rank(True, False) == Protocol().rank(False, False)
    first = Protocol(host_first=True)
    assert first.rank(True, True) < first.rank(False, True) < first.rank(False, False)
    assert first.rank(None, 0) == first.rank(False, False)
