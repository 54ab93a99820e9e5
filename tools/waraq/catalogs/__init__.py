""".po files: reading them with distrust, the gate, and bringing them up to date.

A catalog is what a stranger may have written. ``reading`` takes a file apart or
says why not, ``rules`` judges its entries, ``update`` writes it anew when the
sources have changed.
"""
