"""From a path to rows of text, whatever kind of file it is."""
