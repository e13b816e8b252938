// title: Strategies used again
// title fr: Stratégies réutilisées
// title es: Estrategias que se repiten
// title pt: Estratégias reutilizadas
// use: strategies
// question: Which strategies were used in more than one country, by which companies, and what came of it?
// question fr: Quelles stratégies ont servi dans plus d'un pays, par quelles entreprises, et avec quel résultat ?
// question es: ¿Qué estrategias se usaron en más de un país, por qué empresas y con qué resultado?
// question pt: Que estratégias foram usadas em mais de um país, por que empresas, e com que resultado?
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
MATCH (t:Strategy)<-[:APPLIED]-(i:Intervention)-[:IN_COUNTRY]->(c:Country)
WITH t, count(DISTINCT c) AS countries, collect(DISTINCT i) AS used
WHERE countries >= $least
OPTIONAL MATCH (t)-[:IN_AREA]->(g:StrategyArea)
WITH t, used, countries, coalesce(g.id, '') AS area_id, coalesce(g.name, '') AS area
WHERE $area = '' OR area_id = $area
UNWIND used AS i
WITH i, collect([t, area, countries]) AS strategies
MATCH (i)-[l:IN_COUNTRY|LED_TO|TOOK_PART_IN]-(x)
WHERE x:Country OR x:Company OR l.direction IN ['improved', 'worsened']
WITH i, strategies, x, l.direction AS direction, l.passages AS told, l.origins AS heard
WITH i, strategies, collect(told) AS told, collect(heard) AS heard,
  max(CASE direction WHEN 'improved' THEN 1 ELSE 0 END) AS improved,
  max(CASE direction WHEN 'worsened' THEN 1 ELSE 0 END) AS worsened,
  collect(DISTINCT CASE WHEN x:Country THEN x.name END) AS country_names,
  collect(DISTINCT CASE WHEN x:Company THEN x.name END) AS company_names
UNWIND strategies AS used
WITH i, used[0] AS t, used[1] AS area, used[2] AS countries, told, heard, improved, worsened,
  country_names, company_names
MATCH (i)-[r:APPLIED]->(t)
WITH t, area, countries, count(DISTINCT i) AS interventions, collect(country_names) AS country_names,
  collect(company_names) AS company_names, sum(improved) AS improved, sum(worsened) AS worsened,
  collect(heard) + collect(r.origins) AS sources, collect(told) + collect(r.passages) AS passages
RETURN t.id AS strategy_id, t.name AS strategy, area, interventions, countries, country_names,
  company_names AS companies, company_names, improved, worsened, sources, passages
ORDER BY countries DESC, interventions DESC, strategy_id, area
