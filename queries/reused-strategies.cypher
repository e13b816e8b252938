// title: Strategies used again
// use: strategies
// question: Which strategies were used in more than one country, by which companies, and what came of it?
// param area StrategyArea = '' : Area of strategy, empty for all
// param least integer = 2 : Fewest countries of a row
// column strategy_id Strategy : The strategy
// column strategy text : Its name
// column area text : The area it belongs to, empty if none
// column interventions integer : Interventions that applied it
// column countries integer : Countries they happened in
// column country_names texts : Their names
// column companies integer : Companies that took part in them
// column company_names texts : Their names
// column improved integer : Of these interventions, with an outcome that improved
// column worsened integer : Of these interventions, with an outcome that worsened
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so
// chart bars rows=strategy value=countries
MATCH (t:Strategy)
OPTIONAL MATCH (t)-[:IN_AREA]->(g:StrategyArea)
WITH t, coalesce(g.id, '') AS area_id
WHERE $area = '' OR area_id = $area
MATCH (t)<-[:APPLIED]-(i:Intervention)-[:IN_COUNTRY]->(c:Country)
WITH t, count(DISTINCT c) AS countries, collect(DISTINCT i) AS used
WHERE countries >= $least
UNWIND used AS i
WITH i, collect(t) AS strategies
MATCH (i)-[l:IN_COUNTRY|LED_TO|TOOK_PART_IN]-(x)
WHERE x:Country OR x:Company OR l.direction IN ['improved', 'worsened']
UNWIND l.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, strategies, max(l.direction = 'improved') AS improved,
  max(l.direction = 'worsened') AS worsened,
  collect({passage: passage, origin: s.origin, country: CASE WHEN x:Country THEN x.name END,
    company: CASE WHEN x:Company THEN x.name END}) AS told
UNWIND strategies AS t
MATCH (i)-[r:APPLIED]->(t)
UNWIND r.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH t, i, told, improved, worsened, collect({passage: passage, origin: s.origin}) AS applied
UNWIND applied + told AS p
WITH t, count(DISTINCT i) AS interventions, count(DISTINCT CASE WHEN improved THEN i END) AS improved,
  count(DISTINCT CASE WHEN worsened THEN i END) AS worsened,
  collect(DISTINCT p.country) AS country_names, collect(DISTINCT p.company) AS company_names,
  count(DISTINCT p.origin) AS sources, collect(DISTINCT p.passage) AS passages
OPTIONAL MATCH (t)-[:IN_AREA]->(g:StrategyArea)
RETURN t.id AS strategy_id, t.name AS strategy, coalesce(g.name, '') AS area, interventions,
  size(country_names) AS countries, country_names, size(company_names) AS companies, company_names,
  improved, worsened, sources, passages
ORDER BY countries DESC, interventions DESC, strategy_id
