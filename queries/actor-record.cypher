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
// param most integer = 100 : Most rows
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
WITH i ORDER BY i.began, i.id LIMIT $most
MATCH (i)-[l:TOOK_PART_IN|IN_COUNTRY|BEGAN|LAST_DESCRIBED|APPLIED|LED_TO]-(x)
WHERE x.id = $actor OR NOT x:Actor
WITH i, x, type(l) AS type, l.role AS role, l.passages AS told, l.origins AS heard
WITH i, collect(DISTINCT CASE WHEN x:Country THEN x.name END) AS countries,
  collect(DISTINCT role) AS roles, collect(DISTINCT CASE WHEN x:Strategy THEN x.name END) AS strategies,
  collect(heard) AS sources, collect(told) AS passages
RETURN i.id AS intervention_id, i.title AS intervention, countries, roles, i.began AS began,
  i.last_described AS last_described, strategies, i.improved AS improved, i.mixed AS mixed,
  i.unchanged AS unchanged, i.worsened AS worsened, i.unknown AS unknown, sources, passages
ORDER BY began, intervention_id
