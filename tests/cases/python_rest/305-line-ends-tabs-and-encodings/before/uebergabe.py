# -*- coding: latin-1 -*-
"""Übergabe an die Störungsstelle."""
TITEL = {"größe": "Läufe für {}", "customExtensionHandlerInstances": "Läufe"}


def läufe(antrag):
    return ("Übergeben: größer", antrag["customExtensionHandlerInstances"], "§ 5 ä")
