// title: Strategies applied together
// title fr: Stratégies appliquées ensemble
// title es: Estrategias aplicadas juntas
// title pt: Estratégias aplicadas em conjunto
// use: strategies
// question: Which two strategies were applied in the same interventions, and what came of it?
// question fr: Quelles stratégies ont été appliquées deux à deux dans les mêmes interventions, et avec quel résultat ?
// question es: ¿Qué pares de estrategias se aplicaron en las mismas intervenciones y con qué resultado?
// question pt: Que pares de estratégias foram aplicados nas mesmas intervenções, e com que resultado?
// param strategy Strategy = '' : One of the two, empty for all
// param country Country = '' : Only interventions in this country, empty for all
// param least integer = 2 : Fewest interventions of a row
// param most integer = 30 : Most rows
// column a_id Strategy : The one strategy
// column a text : Its name
// column b_id Strategy : The other strategy
// column b text : Its name
// column interventions integer : Interventions that applied both
// column a_interventions integer : Interventions that applied the one, with or without the other, in all countries
// column b_interventions integer : Interventions that applied the other, with or without the one, in all countries
// column improved integer : Of those that applied both, with an outcome that improved
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column worsened integer : Of those that applied both, with an outcome that worsened
// column countries texts : Countries of those that applied both
// column sources integer : Independent sources of those that applied both
// column passages texts : The passages that say so
// chart matrix rows=a columns=b value=interventions
MATCH (s:Strategy) WHERE $strategy = '' OR s.id = $strategy
MATCH (s)<-[:APPLIED]-(i:Intervention)
WHERE $country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country }
MATCH (i)-[:APPLIED]->(o:Strategy)
WHERE o <> s AND ($strategy <> '' OR s.id < o.id)
WITH i, CASE WHEN s.id < o.id THEN s ELSE o END AS a, CASE WHEN s.id < o.id THEN o ELSE s END AS b
WITH a, b, collect(DISTINCT i) AS done
WITH a, b, done, size(done) AS interventions
WHERE interventions >= $least
WITH a, b, done, interventions ORDER BY interventions DESC, a.id, b.id LIMIT $most
UNWIND done AS i
MATCH (i)-[l:APPLIED|IN_COUNTRY|LED_TO]->(x)
WHERE x = a OR x = b OR type(l) = 'IN_COUNTRY' OR l.direction IN ['improved', 'worsened']
WITH a, b, interventions, i, x, l.passages AS told, l.origins AS heard
WITH a, b, interventions, i, collect(x) AS met, collect(told) AS told, collect(heard) AS heard
WITH a, b, interventions, sum(CASE WHEN i.improved > 0 THEN 1 ELSE 0 END) AS improved,
  sum(CASE WHEN i.improved > 0 AND i.confirmed = 0 THEN 1 ELSE 0 END) AS self_reported,
  sum(CASE WHEN i.worsened > 0 THEN 1 ELSE 0 END) AS worsened,
  collect([x IN met WHERE x:Country | x.name]) AS countries, collect(heard) AS sources,
  collect(told) AS passages
RETURN a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, interventions,
  COUNT { MATCH (a)<-[:APPLIED]-(v:Intervention) } AS a_interventions,
  COUNT { MATCH (b)<-[:APPLIED]-(w:Intervention) } AS b_interventions, improved, self_reported,
  worsened, countries, sources, passages
ORDER BY interventions DESC, a_id, b_id
