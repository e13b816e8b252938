// title: Strategies that a partner used again
// title fr: Stratégies réemployées par un partenaire
// title es: Estrategias que un socio volvió a usar
// title pt: Estratégias que um parceiro voltou a usar
// use: strategies
// question: Which strategies did a partner apply in more than one intervention, where, with whom, and what came of it?
// question fr: Quelles stratégies un partenaire a-t-il appliquées dans plus d'une intervention, où, avec qui, et avec quel résultat ?
// question es: ¿Qué estrategias aplicó un socio en más de una intervención, dónde, con quién y con qué resultado?
// question pt: Que estratégias aplicou um parceiro em mais de uma intervenção, onde, com quem, e com que resultado?
// param partner Actor = 'arm' : Partner, empty for all
// param strategy Strategy = '' : Strategy, empty for all
// param area StrategyArea = '' : Area of strategy, empty for all
// param least integer = 2 : Fewest interventions of a row
// param most integer = 50 : Most rows
// column partner_id Actor : The partner
// column partner text : Its name
// column strategy_id Strategy : The strategy
// column strategy text : Its name
// column interventions integer : Interventions that the partner took part in and that applied the strategy
// column countries texts : Countries they happened in
// column others texts : The other companies and partners that took part in them
// column improved integer : Of these interventions, with an outcome that improved
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column worsened integer : Of these interventions, with an outcome that worsened
// column first_year integer : First year that one of them began, empty if no source states one
// column last_year integer : Last year that a source speaks of one of them, not an end
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so
// chart bars rows=strategy value=interventions
MATCH (b:Partner) WHERE $partner = '' OR b.id = $partner
MATCH (b)-[:TOOK_PART_IN]->(i:Intervention)-[:APPLIED]->(t:Strategy)
WHERE ($strategy = '' OR t.id = $strategy)
  AND ($area = '' OR EXISTS { MATCH (t)-[:IN_AREA]->(g:StrategyArea) WHERE g.id = $area })
WITH b, t, collect(DISTINCT i) AS done
WITH b, t, done, size(done) AS interventions
WHERE interventions >= $least
WITH b, t, done, interventions ORDER BY interventions DESC, b.id, t.id LIMIT $most
UNWIND done AS i
MATCH (i)-[l:APPLIED|IN_COUNTRY|TOOK_PART_IN|LED_TO|BEGAN|LAST_DESCRIBED]-(y)
WHERE y = t OR NOT type(l) IN ['APPLIED', 'LED_TO'] OR l.direction IN ['improved', 'worsened']
WITH b, t, interventions, i, y, l.passages AS told, l.origins AS heard
WITH b, t, interventions, i, collect(y) AS met, collect(told) AS told, collect(heard) AS heard
WITH b, t, interventions, min(i.began) AS first_year, max(i.last_described) AS last_year,
  sum(CASE WHEN i.improved > 0 THEN 1 ELSE 0 END) AS improved,
  sum(CASE WHEN i.improved > 0 AND i.confirmed = 0 THEN 1 ELSE 0 END) AS self_reported,
  sum(CASE WHEN i.worsened > 0 THEN 1 ELSE 0 END) AS worsened,
  collect([y IN met WHERE y:Country | y.name]) AS countries,
  collect([y IN met WHERE y:Actor AND y <> b | y.name]) AS others,
  collect(heard) AS sources, collect(told) AS passages
RETURN b.id AS partner_id, b.name AS partner, t.id AS strategy_id, t.name AS strategy, interventions,
  countries, others, improved, self_reported, worsened, first_year, last_year, sources, passages
ORDER BY interventions DESC, partner_id, strategy_id
