"""On whose word figures stand: marks, notes, works, bodies that say so."""
