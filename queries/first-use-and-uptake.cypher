// title: First use and uptake
// title fr: Premier usage et reprise
// title es: Primer uso y adopción
// title pt: Primeiro uso e adoção
// use: strategies
// question: Where was this strategy first recorded, and who carried it on?
// question fr: Où cette stratégie a-t-elle été relevée pour la première fois, et qui l'a poursuivie ?
// question es: ¿Dónde se registró por primera vez esta estrategia y quién la continuó?
// question pt: Onde foi registada pela primeira vez esta estratégia, e quem lhe deu continuidade?
// param strategy Strategy = 'HG-TECH' : The strategy
// param most integer = 100 : Most rows
// column position text : first recorded, later, or year unknown
// column year integer : Year the intervention began, empty if no source states one
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column countries texts : Countries it happened in
// column actors texts : Companies and partners that took part in it
// column carried_by texts : Those of them that took part in one that began earlier, proven in its own row
// column improved integer : Outcomes told to have improved
// column worsened integer : Outcomes told to have worsened
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so
MATCH (t:Strategy {id: $strategy})<-[:APPLIED]-(i:Intervention)
WITH t, min(i.began) AS first
MATCH (t)<-[:APPLIED]-(i:Intervention)
WITH first, i ORDER BY i.began, i.id LIMIT $most
MATCH (i)-[l:APPLIED|BEGAN|IN_COUNTRY|TOOK_PART_IN|LED_TO]-(x)
WHERE x.id = $strategy OR x:Year OR x:Country OR x:Actor OR l.direction IN ['improved', 'worsened']
WITH first, i, x, l.passages AS told, l.origins AS heard, CASE WHEN x:Actor THEN COUNT {
  MATCH (x)-[:TOOK_PART_IN]->(e:Intervention)-[:APPLIED]->(s:Strategy)
  WHERE e.began < i.began AND s.id = $strategy
} ELSE 0 END AS earlier
WITH i, first, collect(DISTINCT CASE WHEN x:Country THEN x.name END) AS countries,
  collect(DISTINCT CASE WHEN x:Actor THEN x.name END) AS actors,
  collect(DISTINCT CASE WHEN x:Actor AND earlier > 0 THEN x.name END) AS carried_by,
  collect(heard) AS sources, collect(told) AS passages
RETURN CASE WHEN i.began IS NULL THEN 'year unknown' WHEN i.began = first THEN 'first recorded'
  ELSE 'later' END AS position, i.began AS year, i.id AS intervention_id, i.title AS intervention,
  countries, actors, carried_by, i.improved AS improved, i.worsened AS worsened, sources, passages
ORDER BY year, intervention_id
