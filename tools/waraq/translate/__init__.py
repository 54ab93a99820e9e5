"""From a source message and its translation to the nodes of a paragraph.

Pure: no files, no Sphinx. ``inline`` parses a message, ``skeleton`` says what
in it is not words, ``message`` puts a translation's words around the source's
own nodes. What the source lacks, a translation cannot name.
"""
