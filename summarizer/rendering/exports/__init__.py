"""The briefing in the shapes of other programs: tables, maps, references, documents."""
