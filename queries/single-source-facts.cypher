// title: Outcomes that one source alone tells
// title fr: Effets qu'une seule source rapporte
// title es: Resultados que cuenta una sola fuente
// title pt: Resultados que uma só fonte conta
// use: evidence
// question: Which outcomes are told by a single independent source, and whose voice is it?
// question fr: Quels effets ne sont rapportés que par une seule source indépendante, et quelle est sa voix ?
// question es: ¿Qué resultados cuenta una sola fuente independiente, y de quién es la voz?
// question pt: Que resultados conta uma só fonte independente, e de quem é a voz?
// param country Country = '' : Only interventions in this country, empty for all
// param outcome Outcome = '' : Only this outcome, empty for all
// param direction text = '' : improved, mixed, unchanged, worsened or unknown, empty for all
// param voice text = '' : Only what this voice tells, such as company, government or watchdog, empty for all
// param most integer = 100 : Most rows
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column countries texts : Countries that it happened in
// column outcome_id Outcome : The outcome
// column outcome text : Its name
// column direction text : How it changed
// column detail text : What the source says of it, in a few words
// column source_id Source : The source that alone tells it; copies of it tell nothing more
// column source text : Its title
// column published text : Day, month or year of its publication, empty if it is not known
// column voices texts : Whose voices it brings
// column sources integer : Independent sources of the outcome, always one, and of the countries
// column passages texts : The passages that say so
MATCH (i:Intervention)-[l:LED_TO]->(o:Outcome)
WHERE ($outcome = '' OR o.id = $outcome)
  AND ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
WITH i, l.direction AS direction, l.origins AS heard, l.voices AS voices
WHERE ($direction = '' OR direction = $direction) AND ($voice = '' OR $voice IN voices)
  AND size([n IN heard WHERE n <> heard[0]]) = 0
WITH DISTINCT i ORDER BY i.id LIMIT $most
MATCH (i)-[l:LED_TO]->(o:Outcome)
WHERE ($outcome = '' OR o.id = $outcome) AND ($direction = '' OR l.direction = $direction)
  AND ($voice = '' OR $voice IN l.voices) AND size([n IN l.origins WHERE n <> l.origins[0]]) = 0
WITH i, o, l.direction AS direction, coalesce(l.detail, '') AS detail, l.origins[0] AS one,
  l.voices AS voices, l.passages AS told
WITH i, o, direction, detail, one, collect(voices) AS voices, collect(told) AS told
ORDER BY i.id, o.id, direction, detail, one LIMIT $most
MATCH (s:Source {id: one})
MATCH (i)-[m:IN_COUNTRY]->(c:Country)
WITH i, o, direction, detail, s, voices, told, c.name AS country, m.passages AS placed, m.origins AS by
WITH i, o, direction, detail, s, max(voices) AS voices, collect(country) AS countries,
  collect(by) AS by, collect(told) + collect(placed) AS passages
RETURN i.id AS intervention_id, i.title AS intervention, countries, o.id AS outcome_id,
  o.name AS outcome, direction, detail, s.id AS source_id, s.title AS source,
  coalesce(s.published, '') AS published, voices, by + [[s.id]] AS sources, passages
ORDER BY intervention_id, outcome_id, direction, detail, source_id
