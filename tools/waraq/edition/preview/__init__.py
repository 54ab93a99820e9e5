"""A resident server for one language: a saved file updates the open page by itself.

``live`` knows what is shown now, ``watching`` which files were saved,
``dressing`` what a page wears in the preview, ``server`` who may ask for it.
What lies beside them (a script, a style, templates) is served by the preview
and is never part of an edition.
"""
