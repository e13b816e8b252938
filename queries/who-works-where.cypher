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
// param most integer = 80 : Most rows
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
MATCH (c:Country) WHERE $country = '' OR c.id = $country
MATCH (c)<-[:IN_COUNTRY]-(i:Intervention)<-[:TOOK_PART_IN]-(a:Actor)
WHERE ($actor = '' OR a.id = $actor)
  AND ($kind = '' OR $kind = 'company' AND a:Company OR $kind = 'partner' AND a:Partner)
WITH a, c, collect(DISTINCT i) AS used
WITH a, c, used, size(used) AS interventions ORDER BY interventions DESC, a.id, c.id LIMIT $most
UNWIND used AS i
MATCH (i)-[l:TOOK_PART_IN|IN_COUNTRY|BEGAN|LAST_DESCRIBED]-(x)
WHERE x:Year OR x.id = a.id OR x.id = c.id
WITH a, c, interventions, i, l.role AS role, l.passages AS told, l.origins AS heard
WITH a, c, interventions, collect(DISTINCT role) AS roles, min(i.began) AS first_year,
  max(i.last_described) AS last_year, collect(heard) AS sources, collect(told) AS passages
RETURN a.id AS actor_id, a.name AS actor, CASE WHEN a:Company THEN 'company' ELSE 'partner' END AS kind,
  a.type AS type, c.id AS country_id, c.name AS country, roles, interventions, first_year, last_year,
  sources, passages
ORDER BY interventions DESC, actor_id, country_id
