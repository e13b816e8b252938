// title: Strategies that no watchdog tells of
// title fr: Stratégies dont aucune organisation de vigilance ne parle
// title es: Estrategias de las que no habla ninguna organización de vigilancia
// title pt: Estratégias de que nenhuma organização de vigilância fala
// use: strategies
// question: Which strategies were applied only in interventions of which no watchdog speaks, and who does?
// question fr: Quelles stratégies n'ont été appliquées que dans des interventions dont aucune organisation de vigilance ne parle, et qui en parle ?
// question es: ¿Qué estrategias se aplicaron solo en intervenciones de las que no habla ninguna organización de vigilancia, y quién habla de ellas?
// question pt: Que estratégias só foram aplicadas em intervenções de que nenhuma organização de vigilância fala, e quem fala delas?
// param voice text = 'watchdog' : The voice that is not heard, such as watchdog, government, academic, news or miner; one that no source has gives no row
// param area StrategyArea = '' : Area of strategy, empty for all
// param least integer = 1 : Fewest interventions of a row
// param most integer = 20 : Most rows
// param listed integer = 200 : Most interventions of a row whose passages and names are listed, the first by id; other numbers are of all
// column strategy_id Strategy : A strategy that was applied; no passage on any link of an intervention that applied it has this voice
// column strategy text : Its name
// column area text : The area it belongs to, empty if none
// column interventions integer : Interventions that applied it
// column countries texts : Countries they happened in
// column improved integer : Of these interventions, with an outcome that improved
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column worsened integer : Of these interventions, with an outcome that worsened
// column voices texts : The voices that do speak in them
// column sources integer : Independent sources of the passages listed
// column passages texts : All the passages on the links of these interventions
// chart bars rows=strategy value=interventions
MATCH (h:Intervention)-[w:LED_TO]->(:Outcome)
WHERE $voice IN w.voices
WITH DISTINCT h
MATCH (h)-[:APPLIED]->(s:Strategy)
WITH collect(DISTINCT s) AS spoken_of
MATCH (h:Source)
WHERE h.voice = $voice
WITH DISTINCT spoken_of
MATCH (t:Strategy)
WHERE NOT t IN spoken_of AND NOT EXISTS {
  MATCH (t)<-[:APPLIED]-(:Intervention)-[k:BEGAN|LAST_DESCRIBED|IN_COUNTRY|AT_SITE|TOOK_PART_IN|
    APPLIED|SHAPED_BY|WENT_WRONG|FOLLOWED|ABOUT]-() WHERE $voice IN k.voices }
OPTIONAL MATCH (t)-[:IN_AREA]->(g:StrategyArea)
WITH t, coalesce(g.id, '') AS area_id, coalesce(g.name, '') AS area,
  COUNT { MATCH (t)<-[:APPLIED]-(:Intervention) } AS interventions
WHERE interventions >= $least AND ($area = '' OR area_id = $area)
WITH t, area, interventions ORDER BY interventions DESC, t.id, area LIMIT $most
WITH t, area, interventions,
  COUNT { MATCH (t)<-[:APPLIED]-(v:Intervention) WHERE v.improved > 0 } AS improved,
  COUNT { MATCH (t)<-[:APPLIED]-(v:Intervention) WHERE v.improved > 0 AND v.confirmed = 0 }
    AS self_reported,
  COUNT { MATCH (t)<-[:APPLIED]-(v:Intervention) WHERE v.worsened > 0 } AS worsened,
  COLLECT { MATCH (t)<-[:APPLIED]-(v:Intervention) WITH v ORDER BY v.id LIMIT $listed RETURN v }
    AS first
UNWIND first AS h
WITH h, collect([t, area, interventions, improved, self_reported, worsened]) AS rows
MATCH (h)-[l:BEGAN|LAST_DESCRIBED|IN_COUNTRY|AT_SITE|TOOK_PART_IN|APPLIED|LED_TO|SHAPED_BY|
  WENT_WRONG|FOLLOWED|ABOUT]-(x)
WITH h, rows, x, l.voices AS speaking, l.passages AS told, l.origins AS heard
WITH h, rows, collect(CASE WHEN x:Country THEN x.name END) AS places,
  collect(speaking) AS speaking, collect(heard) AS heard, collect(told) AS told
UNWIND rows AS row
WITH row[0] AS t, row[1] AS area, row[2] AS interventions, row[3] AS improved,
  row[4] AS self_reported, row[5] AS worsened, places, speaking, heard, told
WITH t, area, interventions, max(improved) AS improved, max(self_reported) AS self_reported,
  max(worsened) AS worsened, collect(places) AS countries, collect(speaking) AS voices,
  collect(heard) AS sources, collect(told) AS passages
RETURN t.id AS strategy_id, t.name AS strategy, area, interventions, countries, improved,
  self_reported, worsened, voices, sources, passages
ORDER BY interventions DESC, strategy_id, area
