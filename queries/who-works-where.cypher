// title: Who works where
// title fr: Qui travaille où
// title es: Quién trabaja dónde
// title pt: Quem trabalha onde
// use: partnerships
// question: Which companies and partners took part in interventions in which country?
// question fr: Quelles entreprises et quels partenaires ont pris part à des interventions dans quel pays ?
// question es: ¿Qué empresas y socios participaron en intervenciones en qué país?
// question pt: Que empresas e parceiros participaram em intervenções em que país?
// param actor Actor = '' : Company or partner, empty for all
// param country Country = '' : Country, empty for all
// param kind text = '' : company or partner, empty for both
// column actor_id Actor : The company or partner
// column actor text : Its name
// column kind text : company or partner
// column type text : What kind of body it is
// column country_id Country : The country
// column country text : Its name
// column roles texts : Its roles there
// column interventions integer : Interventions that it took part in there
// column first_year integer : First year that one of them began, empty if no source states one
// column last_year integer : Last year that a source speaks of one of them, not an end
// column sources integer : Independent sources of its parts, the country and the years
// column passages texts : The passages that say so
// chart matrix rows=actor columns=country value=interventions
MATCH (i:Intervention)-[:IN_COUNTRY]->(c:Country)
WHERE $country = '' OR c.id = $country
WITH DISTINCT i, c
MATCH (i)-[l:IN_COUNTRY|BEGAN|LAST_DESCRIBED]->(x)
WHERE x.id = c.id OR x:Year
WITH i, c, collect(l.passages) AS told, collect(l.origins) AS heard
MATCH (i)<-[r:TOOK_PART_IN]-(a:Actor)
WHERE $actor = '' OR a.id = $actor
WITH a, CASE WHEN a:Company THEN 'company' ELSE 'partner' END AS kind, c, i, r.role AS role, told, heard,
  r.passages AS part, r.origins AS by
WHERE $kind = '' OR kind = $kind
WITH a, kind, c, collect(DISTINCT role) AS roles, count(DISTINCT i) AS interventions,
  min(i.began) AS first_year, max(i.last_described) AS last_year,
  collect(heard) + collect(by) AS sources, collect(told) + collect(part) AS passages
RETURN a.id AS actor_id, a.name AS actor, kind, a.type AS type, c.id AS country_id,
  c.name AS country, roles, interventions, first_year, last_year, sources, passages
ORDER BY interventions DESC, actor_id, country_id
