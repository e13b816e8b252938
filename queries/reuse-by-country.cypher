// title: Strategies used again in one country
// title fr: Stratégies reprises dans un même pays
// title es: Estrategias repetidas en un mismo país
// title pt: Estratégias repetidas num mesmo país
// use: strategies
// question: Which strategies were applied in more than one intervention of a country, by whom, and what came of it?
// question fr: Quelles stratégies ont été appliquées dans plus d'une intervention d'un pays, par qui, et avec quel résultat ?
// question es: ¿Qué estrategias se aplicaron en más de una intervención de un país, quién las aplicó y con qué resultado?
// question pt: Que estratégias foram aplicadas em mais de uma intervenção de um país, por quem, e com que resultado?
// param country Country = 'COL' : Country, empty for all
// param strategy Strategy = '' : Strategy, empty for all
// param area StrategyArea = '' : Area of strategy, empty for all
// param least integer = 2 : Fewest interventions of a row
// param most integer = 50 : Most rows
// param listed integer = 200 : Most interventions of a row whose passages and names are listed, the first by id; other numbers are of all
// column country_id Country : The country
// column country text : Its name
// column strategy_id Strategy : The strategy
// column strategy text : Its name
// column interventions integer : Interventions there that applied the strategy
// column actors integer : Companies and partners that took part in those listed
// column companies texts : Names of the companies
// column partners texts : Names of the partners
// column improved integer : Of these interventions, with an outcome that improved
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column worsened integer : Of these interventions, with an outcome that worsened
// column first_year integer : First year that one of them began, empty if no source states one
// column last_year integer : Last year that a source speaks of one of them, not an end
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages that say so
// chart bars rows=strategy value=interventions
MATCH (c:Country) WHERE $country = '' OR c.id = $country
MATCH (c)<-[:IN_COUNTRY]-(i:Intervention)-[:APPLIED]->(t:Strategy)
WHERE ($strategy = '' OR t.id = $strategy)
  AND ($area = '' OR EXISTS { MATCH (t)-[:IN_AREA]->(g:StrategyArea) WHERE g.id = $area })
WITH c, t, collect(DISTINCT i) AS done
WITH c, t, done, size(done) AS interventions
WHERE interventions >= $least
WITH c, t, done, interventions ORDER BY interventions DESC, c.id, t.id LIMIT $most
UNWIND done AS i
WITH c, t, interventions, min(i.began) AS first_year, max(i.last_described) AS last_year,
  sum(CASE WHEN i.improved > 0 THEN 1 ELSE 0 END) AS improved,
  sum(CASE WHEN i.improved > 0 AND i.confirmed = 0 THEN 1 ELSE 0 END) AS self_reported,
  sum(CASE WHEN i.worsened > 0 THEN 1 ELSE 0 END) AS worsened
WITH c, t, interventions, first_year, last_year, improved, self_reported, worsened, COLLECT {
  MATCH (t)<-[:APPLIED]-(x:Intervention)-[:IN_COUNTRY]->(c)
  WITH DISTINCT x ORDER BY x.id LIMIT $listed RETURN x } AS first
UNWIND first AS j
MATCH (j)-[l:APPLIED|IN_COUNTRY|TOOK_PART_IN|LED_TO|BEGAN|LAST_DESCRIBED]-(y)
WHERE y = t OR y = c OR type(l) IN ['TOOK_PART_IN', 'BEGAN', 'LAST_DESCRIBED']
  OR l.direction IN ['improved', 'worsened']
WITH c, t, interventions, first_year, last_year, improved, self_reported, worsened, y,
  l.passages AS told, l.origins AS heard
WITH c, t, interventions, first_year, last_year, improved, self_reported, worsened,
  collect(DISTINCT y) AS met, collect(heard) AS sources, collect(told) AS passages
RETURN c.id AS country_id, c.name AS country, t.id AS strategy_id, t.name AS strategy, interventions,
  size([y IN met WHERE y:Actor]) AS actors, [y IN met WHERE y:Company | y.name] AS companies,
  [y IN met WHERE y:Partner | y.name] AS partners, improved, self_reported, worsened, first_year,
  last_year, sources, passages
ORDER BY interventions DESC, country_id, strategy_id
