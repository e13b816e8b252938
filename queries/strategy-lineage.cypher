// title: How a strategy was carried on
// title fr: Comment une stratégie s'est transmise
// title es: Cómo se transmitió una estrategia
// title pt: Como se transmitiu uma estratégia
// use: strategies
// question: From which intervention to which later one was this strategy carried on, by an actor that took part in both?
// question fr: De quelle intervention à quelle autre, plus tardive, cette stratégie est-elle passée, par un acteur qui a pris part aux deux ?
// question es: ¿De qué intervención a cuál posterior pasó esta estrategia, por medio de un actor que participó en ambas?
// question pt: De que intervenção para que outra, posterior, passou esta estratégia, por um ator que participou em ambas?
// param strategy Strategy = 'HG-TECH' : The strategy
// param actor Actor = '' : Only what this company or partner carried on, empty for all
// param most integer = 100 : Most rows
// column position text : from the first recorded (the earlier one began in the first year recorded for this strategy), later, or order unknown (a source states no year for one of the two)
// column first_year integer : Year the earlier one began, empty where the order is unknown
// column year integer : Year the later one began, empty where the order is unknown
// column earlier_id Intervention : Of the actor's interventions with this strategy, the last to begin in a year before the later one; where the order is unknown, the first of the two by id
// column earlier text : Its title
// column earlier_countries texts : Countries it happened in
// column later_id Intervention : The later one; where the order is unknown, the second of the two by id
// column later text : Its title
// column later_countries texts : Countries it happened in
// column actor_id Actor : The company or partner that took part in both
// column actor text : Its name
// column sources integer : Independent sources of the strategy, the actor's parts, the countries and, where the order is known, the years
// column passages texts : The passages that say so
MATCH (:Strategy {id: $strategy})<-[:APPLIED]-(v:Intervention)
WITH min(v.began) AS start
MATCH (t:Strategy {id: $strategy})<-[:APPLIED]-(i:Intervention)<-[:TOOK_PART_IN]-(a:Actor)
WHERE $actor = '' OR a.id = $actor
WITH start, a, collect(DISTINCT i) AS done, min(i.began) AS since, min(i.id) AS least,
  min(CASE WHEN i.began IS NULL THEN i.id END) AS undated
WHERE size(done) > 1
UNWIND done AS i
UNWIND [true, false] AS known
WITH start, a, i, known, CASE WHEN known THEN i.began END AS year, since,
  CASE WHEN i.began IS NULL THEN least ELSE undated END AS other
WHERE (known AND year > since) OR (known = false AND other < i.id)
WITH start, a, i, known, year ORDER BY year, a.id, i.id, known LIMIT $most
WITH start, a, collect([i, known, year]) AS wanted
MATCH (a)-[:TOOK_PART_IN]->(d:Intervention)-[:APPLIED]->(s:Strategy)
WHERE s.id = $strategy
WITH start, a, wanted, collect(DISTINCT d.began) AS years
UNWIND wanted AS one
WITH start, a, one[0] AS i, one[1] AS known, one[2] AS year, years
UNWIND CASE WHEN known THEN [y IN years WHERE y < year] ELSE [0] END AS y
WITH start, a, i, known, year, max(y) AS first_year
WITH start, a, collect([i, known, first_year, year]) AS wanted
MATCH (a)-[:TOOK_PART_IN]->(d:Intervention)-[:APPLIED]->(s:Strategy)
WHERE s.id = $strategy
WITH start, a, wanted, collect(DISTINCT d) AS done
UNWIND wanted AS one
WITH start, a, done, one[0] AS i, one[1] AS known, one[2] AS first_year, one[3] AS year
UNWIND done AS e
WITH start, a, e, i, known, CASE WHEN known THEN first_year END AS first_year, year
WHERE (known AND e.began = first_year)
  OR (known = false AND e.id < i.id AND (e.began IS NULL OR i.began IS NULL))
WITH a, e, i, known, first_year, year, CASE WHEN known = false THEN 'order unknown'
  WHEN first_year = start THEN 'from the first recorded' ELSE 'later' END AS position
ORDER BY year, a.id, i.id, e.id, first_year, known LIMIT $most
UNWIND [e, i] AS x
MATCH (x)-[l:APPLIED|TOOK_PART_IN|IN_COUNTRY|BEGAN]-(y)
WHERE y = a OR y.id = $strategy OR type(l) = 'IN_COUNTRY' OR (known AND type(l) = 'BEGAN')
WITH a, e, i, x, y, first_year, year, position, l.passages AS told, l.origins AS heard
WITH a, e, i, first_year, year, position,
  collect(DISTINCT CASE WHEN x = e AND y:Country THEN y.name END) AS earlier_countries,
  collect(DISTINCT CASE WHEN x = i AND y:Country THEN y.name END) AS later_countries,
  collect(heard) AS sources, collect(told) AS passages
RETURN position, first_year, year, e.id AS earlier_id, e.title AS earlier, earlier_countries,
  i.id AS later_id, i.title AS later, later_countries, a.id AS actor_id, a.name AS actor, sources,
  passages
ORDER BY year, actor_id, later_id, earlier_id, first_year, position
