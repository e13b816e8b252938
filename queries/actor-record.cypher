// title: The record of one actor
// title fr: Le parcours d'un acteur
// title es: El historial de un actor
// title pt: O percurso de um ator
// use: partnerships
// question: What did this company or partner take part in, and what came of it?
// question fr: À quoi cette entreprise ou ce partenaire a-t-il pris part, et qu'en est-il résulté ?
// question es: ¿En qué participó esta empresa o este socio y qué resultó de ello?
// question pt: Em que participou esta empresa ou este parceiro, e o que resultou disso?
// param actor Actor = 'arm' : Company or partner
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column countries texts : Countries it happened in
// column roles texts : The actor's roles in it
// column began integer : Year it began, empty if no source states one
// column last_described integer : Last year that a source speaks of it, not an end
// column strategies texts : Strategies that it applied
// column improved integer : Outcomes told to have improved
// column mixed integer : Outcomes told to be mixed
// column unchanged integer : Outcomes told to have stayed unchanged
// column worsened integer : Outcomes told to have worsened
// column unknown integer : Outcomes of unknown direction
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so
// chart bars rows=intervention value=improved
MATCH (:Actor {id: $actor})-[:TOOK_PART_IN]->(i:Intervention)
WITH DISTINCT i
MATCH (i)-[l:TOOK_PART_IN|IN_COUNTRY|BEGAN|LAST_DESCRIBED|APPLIED|LED_TO]-(x)
WHERE x.id = $actor OR type(l) <> 'TOOK_PART_IN'
UNWIND l.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, collect(DISTINCT CASE type(l) WHEN 'IN_COUNTRY' THEN x.name END) AS countries,
  collect(DISTINCT l.role) AS roles,
  collect(DISTINCT CASE type(l) WHEN 'APPLIED' THEN x.name END) AS strategies,
  count(DISTINCT CASE l.direction WHEN 'improved' THEN x.id END) AS improved,
  count(DISTINCT CASE l.direction WHEN 'mixed' THEN x.id END) AS mixed,
  count(DISTINCT CASE l.direction WHEN 'unchanged' THEN x.id END) AS unchanged,
  count(DISTINCT CASE l.direction WHEN 'worsened' THEN x.id END) AS worsened,
  count(DISTINCT CASE l.direction WHEN 'unknown' THEN x.id END) AS unknown,
  count(DISTINCT s.origin) AS sources, collect(DISTINCT passage) AS passages
RETURN i.id AS intervention_id, i.title AS intervention, countries, roles, i.began AS began,
  i.last_described AS last_described, strategies, improved, mixed, unchanged, worsened, unknown,
  sources, passages
ORDER BY began, intervention_id
