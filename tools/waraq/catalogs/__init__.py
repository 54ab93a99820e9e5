""".po files and their reviews: reading them with distrust, the gate, how far they have come.

A catalog is what a stranger may have written. ``reading`` takes a file apart or
says why not, ``rules`` judges its entries, ``update`` writes it anew when the
sources have changed. ``reviews`` knows who has read which text of it.
"""
