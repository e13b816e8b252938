// title: What is untried in a country
// title fr: Ce qui n'a pas été essayé dans un pays
// title es: Lo no probado en un país
// title pt: O que não foi tentado num país
// use: gaps
// question: Which strategies are not recorded in this country, and how did they go elsewhere?
// question fr: Quelles stratégies ne sont pas relevées dans ce pays, et qu'ont-elles donné ailleurs ?
// question es: ¿Qué estrategias no están registradas en este país y cómo fueron en otros lugares?
// question pt: Que estratégias não estão registadas neste país, e como correram noutros lugares?
// param country Country = 'GHA' : The country
// param area StrategyArea = '' : Area of strategy, empty for all
// column strategy_id Strategy : The strategy
// column strategy text : Its name
// column area text : The area it belongs to, empty if none
// column elsewhere integer : Interventions elsewhere that applied it
// column countries integer : Countries they happened in
// column improved integer : Of these interventions, with an outcome that improved
// column worsened integer : Of these interventions, with an outcome that worsened
// column region_uses integer : Of these interventions, in countries of the same UN M49 sub-region
// column used_in texts : Names of the countries
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so; none where no intervention applied it
MATCH (here:Country {id: $country})
MATCH (t:Strategy)
WITH here, t, COUNT { MATCH (t)<-[:APPLIED]-(:Intervention)-[:IN_COUNTRY]->(here) } AS uses
WHERE uses = 0
OPTIONAL MATCH (t)-[:IN_AREA]->(g:StrategyArea)
WITH here.region AS region, t, coalesce(g.id, '') AS area_id, coalesce(g.name, '') AS area
WHERE $area = '' OR area_id = $area
OPTIONAL MATCH (t)<-[r:APPLIED]-(i:Intervention)-[l:IN_COUNTRY|LED_TO]->(x)
WHERE type(l) = 'IN_COUNTRY' OR l.direction IN ['improved', 'worsened']
WITH t, area, count(DISTINCT i) AS elsewhere,
  count(DISTINCT CASE type(l) WHEN 'IN_COUNTRY' THEN x.id END) AS countries,
  count(DISTINCT CASE l.direction WHEN 'improved' THEN i END) AS improved,
  count(DISTINCT CASE l.direction WHEN 'worsened' THEN i END) AS worsened,
  count(DISTINCT CASE x.region WHEN region THEN i END) AS region_uses,
  collect(DISTINCT CASE type(l) WHEN 'IN_COUNTRY' THEN x.name END) AS used_in,
  collect(r.origins) + collect(l.origins) AS sources, collect(r.passages) + collect(l.passages) AS passages
RETURN t.id AS strategy_id, t.name AS strategy, area, elsewhere, countries, improved, worsened,
  region_uses, used_in, sources, passages
ORDER BY region_uses DESC, elsewhere DESC, strategy_id, area
