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
// param least integer = 2 : Fewest interventions of a row
// column a_id Actor : The one
// column a text : Its name
// column b_id Actor : The other
// column b text : Its name
// column interventions integer : Interventions that both took part in
// column countries texts : Countries of these interventions
// column improved integer : Of these, with an outcome that improved
// column worsened integer : Of these, with an outcome that worsened
// column sources integer : Independent sources of the parts, countries and these outcomes
// column passages texts : The passages that say so
MATCH (a:Actor)-[:TOOK_PART_IN]->(i:Intervention)<-[:TOOK_PART_IN]-(b:Actor)
WHERE a.id < b.id AND ($actor = '' OR a.id = $actor OR b.id = $actor)
MATCH (i)-[:IN_COUNTRY]->(c:Country)
WHERE $country = '' OR c.id = $country
WITH a, b, collect(DISTINCT i) AS shared
WHERE size(shared) >= $least
UNWIND shared AS i
MATCH (i)-[l:TOOK_PART_IN|IN_COUNTRY|LED_TO]-(x)
WHERE type(l) = 'IN_COUNTRY' OR l.direction IN ['improved', 'worsened'] OR x.id IN [a.id, b.id]
WITH a, b, count(DISTINCT i) AS interventions,
  collect(DISTINCT CASE type(l) WHEN 'IN_COUNTRY' THEN x.name END) AS countries,
  count(DISTINCT CASE l.direction WHEN 'improved' THEN i.id END) AS improved,
  count(DISTINCT CASE l.direction WHEN 'worsened' THEN i.id END) AS worsened,
  collect(l.origins) AS sources, collect(l.passages) AS passages
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, interventions, countries, improved,
  worsened, sources, passages
ORDER BY interventions DESC, improved DESC, a_id, b_id
