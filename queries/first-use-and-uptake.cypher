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
MATCH (:Strategy {id: $strategy})<-[:APPLIED]-(i:Intervention)
WITH collect(DISTINCT i) AS used, min(i.began) AS first
UNWIND used AS i
MATCH (i)-[l:APPLIED|BEGAN|IN_COUNTRY|TOOK_PART_IN|LED_TO]-(x)
WHERE x.id = $strategy OR type(l) IN ['BEGAN', 'IN_COUNTRY', 'TOOK_PART_IN']
  OR l.direction IN ['improved', 'worsened']
WITH i, first, l, x, COUNT {
  MATCH (x)-[:TOOK_PART_IN]->(e:Intervention)-[:APPLIED]->(:Strategy {id: $strategy})
  WHERE e.began < i.began
} AS earlier
UNWIND l.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, first, collect(DISTINCT CASE type(l) WHEN 'IN_COUNTRY' THEN x.name END) AS countries,
  collect(DISTINCT CASE type(l) WHEN 'TOOK_PART_IN' THEN x.name END) AS actors,
  collect(DISTINCT CASE WHEN type(l) = 'TOOK_PART_IN' AND earlier > 0 THEN x.name END) AS carried_by,
  count(DISTINCT CASE l.direction WHEN 'improved' THEN x.id END) AS improved,
  count(DISTINCT CASE l.direction WHEN 'worsened' THEN x.id END) AS worsened,
  count(DISTINCT s.origin) AS sources, collect(DISTINCT passage) AS passages
RETURN CASE WHEN i.began IS NULL THEN 'year unknown' WHEN i.began = first THEN 'first recorded'
  ELSE 'later' END AS position, i.began AS year, i.id AS intervention_id, i.title AS intervention,
  countries, actors, carried_by, improved, worsened, sources, passages
ORDER BY year, intervention_id
