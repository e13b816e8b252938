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
// param most integer = 20 : Most rows
// param listed integer = 200 : Most interventions of a row whose passages and names are listed, the first by id
// column strategy_id Strategy : The strategy
// column strategy text : Its name
// column area text : The area it belongs to, empty if none
// column elsewhere integer : Interventions elsewhere that applied it
// column countries integer : Countries they happened in
// column improved integer : Of these interventions, with an outcome that improved
// column worsened integer : Of these interventions, with an outcome that worsened
// column region_uses integer : Of these interventions, in countries of the same UN M49 sub-region
// column used_in texts : Names of the countries
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages that say so; none where no intervention applied it
MATCH (here:Country {id: $country})
MATCH (t:Strategy)
WITH here, t, COUNT { MATCH (t)<-[:APPLIED]-(:Intervention)-[:IN_COUNTRY]->(here) } AS uses
WHERE uses = 0
OPTIONAL MATCH (t)-[:IN_AREA]->(g:StrategyArea)
WITH here.region AS region, t, coalesce(g.id, '') AS area_id, coalesce(g.name, '') AS area
WHERE $area = '' OR area_id = $area
WITH t, area, COUNT { MATCH (t)<-[:APPLIED]-(:Intervention) } AS elsewhere,
  COUNT { MATCH (t)<-[:APPLIED]-(w:Intervention)-[:IN_COUNTRY]->(c:Country) WHERE c.region = region RETURN DISTINCT w } AS region_uses
WITH t, area, elsewhere, region_uses ORDER BY region_uses DESC, elsewhere DESC, t.id, area LIMIT $most
WITH t, area, elsewhere, region_uses,
  COUNT { MATCH (t)<-[:APPLIED]-(:Intervention)-[:IN_COUNTRY]->(k:Country) RETURN DISTINCT k } AS countries,
  COUNT { MATCH (t)<-[:APPLIED]-(v:Intervention) WHERE v.improved > 0 } AS improved,
  COUNT { MATCH (t)<-[:APPLIED]-(j:Intervention) WHERE j.worsened > 0 } AS worsened,
  COLLECT { MATCH (t)<-[:APPLIED]-(u:Intervention) WITH u ORDER BY u.id LIMIT $listed RETURN u } AS used
OPTIONAL MATCH (t)<-[r:APPLIED]-(i:Intervention)-[l:IN_COUNTRY|LED_TO]->(x)
WHERE i IN used AND (x:Country OR l.direction IN ['improved', 'worsened'])
WITH t, area, elsewhere, region_uses, countries, improved, worsened,
  collect(DISTINCT CASE WHEN x:Country THEN x.name END) AS used_in,
  collect(r.origins) + collect(l.origins) AS sources, collect(r.passages) + collect(l.passages) AS passages
RETURN t.id AS strategy_id, t.name AS strategy, area, elsewhere, countries, improved, worsened,
  region_uses, used_in, sources, passages
ORDER BY region_uses DESC, elsewhere DESC, strategy_id, area
