"""Graph engines: Neo4j for many people, an embedded one for a laptop."""
