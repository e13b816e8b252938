"""Saved questions: one `.cypher` file each."""
