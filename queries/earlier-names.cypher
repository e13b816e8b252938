// title: Actors under their earlier and later names
// title fr: Les acteurs sous leurs noms d'avant et d'après
// title es: Los actores con sus nombres de antes y de después
// title pt: Os atores sob os seus nomes de antes e de depois
// use: partnerships
// question: Which actors became which others, when and how, and what did they take part in under each name?
// question fr: Quels acteurs sont devenus lesquels, quand et comment, et à quoi ont-ils pris part sous chaque nom ?
// question es: ¿Qué actores se convirtieron en cuáles, cuándo y cómo, y en qué participaron con cada nombre?
// question pt: Que atores se tornaram quais, quando e como, e em que participaram sob cada nome?
// param actor Actor = '' : Company or partner, the earlier or the later one or one between them, empty for all
// param scope text = '' : body: the actor itself became the other; mine: only an asset of it changed hands; empty for both
// param most integer = 100 : Most rows
// column now_id Actor : The later actor: what the earlier one has become in one to four steps, and of which nothing later is told
// column now text : Its name
// column earlier_id Actor : The earlier actor
// column earlier text : Its name
// column scope text : body: the earlier actor itself became the other; mine: only an asset of it changed hands, and the later actor is what the one that took it over has become
// column kind text : How the first step went: renamed, merged, acquired or joint-venture
// column year integer : Year of the first step, empty if no source states one
// column next_id Actor : The actor that the first step led to
// column next text : Its name
// column steps integer : Steps from the earlier to the later actor
// column earlier_interventions integer : Interventions told of under the earlier name
// column now_interventions integer : Interventions told of under the later name
// column sources integer : Independent sources of the steps and the parts
// column passages texts : The passages that say so
MATCH (e:Actor)-[r:BECAME*1..4]->(b:Actor)
WHERE all(s IN tail(r) WHERE s.scope = 'body')
WITH e, b, r, size(r) AS steps
WHERE NOT EXISTS { MATCH (b)-[:BECAME {scope: 'body'}]->(:Actor) }
  AND ($actor = '' OR b.id = $actor OR any(s IN r WHERE startNode(s).id = $actor))
WITH e, b, endNode(r[0]) AS n, r[0].scope AS scope, r[0].kind AS kind, r[0].year AS year,
  steps, [s IN r | s.passages] AS told, [s IN r | s.origins] AS heard
WHERE $scope = '' OR scope = $scope
WITH e, b, n, scope, kind, year, min(steps) AS steps, collect(told) AS told, collect(heard) AS heard
WITH e, b, n, scope, kind, year, steps, told, heard
ORDER BY scope, b.id, year, e.id, n.id, kind LIMIT $most
RETURN b.id AS now_id, b.name AS now, e.id AS earlier_id, e.name AS earlier, scope, kind, year,
  n.id AS next_id, n.name AS next, steps,
  COUNT { MATCH (e)-[:TOOK_PART_IN]->(x:Intervention) RETURN DISTINCT x } AS earlier_interventions,
  COUNT { MATCH (b)-[:TOOK_PART_IN]->(x:Intervention) RETURN DISTINCT x } AS now_interventions,
  heard + COLLECT { MATCH (e)-[p:TOOK_PART_IN]->(:Intervention) RETURN p.origins }
    + COLLECT { MATCH (b)-[p:TOOK_PART_IN]->(:Intervention) RETURN p.origins } AS sources,
  told + COLLECT { MATCH (e)-[p:TOOK_PART_IN]->(:Intervention) RETURN p.passages }
    + COLLECT { MATCH (b)-[p:TOOK_PART_IN]->(:Intervention) RETURN p.passages } AS passages
ORDER BY scope, now_id, year, earlier_id, next_id, kind
