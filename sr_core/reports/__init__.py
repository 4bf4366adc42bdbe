"""The pages that jobs write for people: reports, model cards, contact sheets, lists of scenes."""
