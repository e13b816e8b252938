// title: Who works with whom
// title fr: Qui travaille avec qui
// title es: Quién trabaja con quién
// title pt: Quem trabalha com quem
// use: partnerships
// question: Which two actors took part in the same interventions, and what came of it?
// question fr: Quels deux acteurs ont pris part aux mêmes interventions, et qu'en est-il résulté ?
// question es: ¿Qué dos actores participaron en las mismas intervenciones y qué resultó de ello?
// question pt: Que dois atores participaram nas mesmas intervenções, e o que resultou disso?
// param actor Actor = '' : One of the two, empty for all
// param country Country = '' : Only interventions in this country, empty for all
// param area StrategyArea = '' : Only interventions that applied a strategy of this area, empty for all
// param least integer = 1 : Fewest interventions of a row
// param most integer = 50 : Most rows
// column a_id Actor : The one
// column a text : Its name
// column b_id Actor : The other
// column b text : Its name
// column interventions integer : Interventions that both took part in
// column countries texts : Countries of these interventions
// column improved integer : Of these, with an outcome that improved
// column worsened integer : Of these, with an outcome that worsened
// column sources integer : Independent sources of the parts, countries, these outcomes, and of the strategies if an area is asked for
// column passages texts : The passages that say so
MATCH (a:Actor)-[:TOOK_PART_IN]->(i:Intervention)<-[:TOOK_PART_IN]-(b:Actor)
WHERE a.id < b.id
WITH a, i, b
WHERE ($actor = '' OR a.id = $actor OR b.id = $actor)
  AND ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
  AND ($area = '' OR EXISTS { MATCH (i)-[:APPLIED]->(:Strategy)-[:IN_AREA]->(g:StrategyArea) WHERE g.id = $area })
WITH a, b, count(DISTINCT i) AS interventions
WHERE interventions >= $least
WITH a, b, interventions ORDER BY interventions DESC, a.id, b.id LIMIT $most
WITH a, collect(b.id) AS others
UNWIND COLLECT { MATCH (a)-[:TOOK_PART_IN]->(j:Intervention)<-[:TOOK_PART_IN]-(c:Actor)
  WHERE c.id IN others RETURN DISTINCT [j, c] } AS row
WITH a, row[0] AS i, row[1] AS b
WITH a, i, b, COLLECT { MATCH (i)-[:APPLIED]->(t:Strategy)-[:IN_AREA]->(g:StrategyArea)
  WHERE g.id = $area RETURN t.id } AS used
WHERE ($area = '' OR size(used) > 0)
  AND ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
WITH a, b, i, COLLECT { MATCH (i)-[l:TOOK_PART_IN|IN_COUNTRY|LED_TO|APPLIED]-(x)
  WHERE x:Country OR l.direction IN ['improved', 'worsened'] OR x.id = a.id OR x.id = b.id
    OR x.id IN used
  RETURN [CASE WHEN x:Country THEN x.name END, l.passages, l.origins] } AS found
WITH a, b, count(i) AS interventions, sum(CASE WHEN i.improved > 0 THEN 1 ELSE 0 END) AS improved,
  sum(CASE WHEN i.worsened > 0 THEN 1 ELSE 0 END) AS worsened,
  collect([one IN found WHERE one[0] IS NOT NULL | one[0]]) AS countries,
  collect([one IN found | one[2]]) AS sources, collect([one IN found | one[1]]) AS passages
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, interventions, countries, improved,
  worsened, sources, passages
ORDER BY interventions DESC, a_id, b_id
