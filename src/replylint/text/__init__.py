"""Make text comparable without losing its place. Knows no rules and no phrases."""
