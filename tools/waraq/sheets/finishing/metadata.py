"""What the file says of itself: its title, its language, how to show it, what it conforms to.

Nothing else: no producer, no dates, no description.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

import pydyf
from weasyprint.css import ColorProfile

from waraq.sheets.finishing.elements import Place
from waraq.sheets.job import Variant

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>{archive}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

ARCHIVE = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A wants properties that it does not know described (ISO 19005-2, 6.6.2.3)."""

OPTIONS: dict[Variant, dict[str, Any]] = {"ua": {}, "archive": {"pdf_identifier": True}}
"""What WeasyPrint is asked for: an archive's files have a name, made of their content."""


def colours(variant: Variant) -> dict[str, ColorProfile]:
    """What an archive's colours are, by the profile that WeasyPrint brings."""
    if variant == "ua":
        return {}
    name = "sRGB2014.icc"
    with files("weasyprint.pdf").joinpath(name).open("rb") as profile:
        return {"srgb": ColorProfile(profile, name, "relative-colorimetric", ("r", "g", "b"))}


def describe(pdf: pydyf.PDF, title: str, place: Place, variant: Variant) -> None:
    """Write the metadata, and leave out what WeasyPrint wrote."""
    pdf.info.clear()
    pdf.info["Title"] = pydyf.String(title)
    pdf.catalog["Lang"] = pydyf.String(place.language)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    preferences = {"DisplayDocTitle": "true"}
    if place.direction == "rtl":
        preferences["Direction"] = "/R2L"
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(preferences)
    archive = ARCHIVE if variant == "archive" else ""
    packet = PACKET.format(title=escape(title), archive=archive).encode()
    metadata = pydyf.Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference
    for intent in pdf.catalog.get("OutputIntents", ()):
        intent["S"] = "/GTS_PDFA1"
