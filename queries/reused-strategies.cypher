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
// param most integer = 10 : Most rows
// param listed integer = 200 : Most interventions of a row whose passages and names are listed, the first by id
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
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages that say so
// chart bars rows=strategy value=countries
MATCH (t:Strategy)
WITH t, COUNT { MATCH (t)<-[:APPLIED]-(:Intervention)-[:IN_COUNTRY]->(c:Country) RETURN DISTINCT c } AS countries
WHERE countries >= $least
OPTIONAL MATCH (t)-[:IN_AREA]->(g:StrategyArea)
WITH t, countries, coalesce(g.id, '') AS area_id, coalesce(g.name, '') AS area
WHERE $area = '' OR area_id = $area
WITH t, area, countries, COUNT { MATCH (t)<-[:APPLIED]-(:Intervention) } AS interventions
WITH t, area, countries, interventions ORDER BY countries DESC, interventions DESC, t.id, area LIMIT $most
WITH t, area, countries, interventions,
  COUNT { MATCH (t)<-[:APPLIED]-(v:Intervention) WHERE v.improved > 0 } AS improved,
  COUNT { MATCH (t)<-[:APPLIED]-(j:Intervention) WHERE j.worsened > 0 } AS worsened,
  COUNT { MATCH (t)<-[:APPLIED]-(:Intervention)<-[:TOOK_PART_IN]-(b:Company) RETURN DISTINCT b } AS companies,
  COLLECT { MATCH (t)<-[:APPLIED]-(u:Intervention) WITH u ORDER BY u.id LIMIT $listed RETURN u } AS used
UNWIND used AS i
WITH i, collect([t, area, countries, interventions, improved, worsened, companies]) AS rows
MATCH (i)-[l:IN_COUNTRY|LED_TO|TOOK_PART_IN]-(x)
WHERE x:Country OR x:Company OR l.direction IN ['improved', 'worsened']
WITH i, rows, x, l.passages AS told, l.origins AS heard
WITH i, rows, collect(DISTINCT CASE WHEN x:Country THEN x.name END) AS places,
  collect(DISTINCT CASE WHEN x:Company THEN x.name END) AS firms, collect(told) AS told, collect(heard) AS heard
UNWIND rows AS row
WITH i, places, firms, told, heard, row[0] AS t, row[1] AS area, row[2] AS countries, row[3] AS interventions, row[4] AS improved,
  row[5] AS worsened, row[6] AS companies
MATCH (i)-[r:APPLIED]->(t)
WITH t, area, countries, interventions, improved, worsened, companies, places, firms, told + [r.passages] AS told, heard + [r.origins] AS heard
WITH t, area, countries, interventions, max(improved) AS improved, max(worsened) AS worsened,
  max(companies) AS companies, collect(places) AS country_names, collect(firms) AS company_names, collect(heard) AS sources, collect(told) AS passages
RETURN t.id AS strategy_id, t.name AS strategy, area, interventions, countries, country_names,
  companies, company_names, improved, worsened, sources, passages
ORDER BY countries DESC, interventions DESC, strategy_id, area
