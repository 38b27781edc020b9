# -*- coding: latin-1 -*-
"""Übergabe an die Störungsstelle."""
TITEL = {"größe": "Läufe für {}", "customExtensionCalloutInstances": "Läufe"}


def läufe(antrag):
    return ("Übergeben: größer", antrag["customExtensionCalloutInstances"], "§ 5 ä")
