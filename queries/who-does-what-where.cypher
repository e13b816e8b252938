// title: Who does what where
// title fr: Qui fait quoi et où
// title es: Quién hace qué y dónde
// title pt: Quem faz o quê e onde
// use: partnerships
// question: Who funds, implements or certifies interventions in which country, and what came of them?
// question fr: Qui finance, met en œuvre ou certifie des interventions dans quel pays, et avec quel résultat ?
// question es: ¿Quién financia, ejecuta o certifica intervenciones en qué país y con qué resultado?
// question pt: Quem financia, executa ou certifica intervenções em que país, e com que resultado?
// param role text = 'funder' : Role, such as funder, implementer, certifier or trainer, empty for all
// param country Country = '' : Country, empty for all
// param actor Actor = '' : Company or partner, empty for all
// param most integer = 100 : Most rows
// column role text : The role
// column actor_id Actor : The company or partner
// column actor text : Its name
// column kind text : company or partner
// column country_id Country : The country
// column country text : Its name
// column interventions integer : Interventions there in which it had this role
// column improved integer : Of these, with an outcome that improved
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column worsened integer : Of these, with an outcome that worsened
// column first_year integer : First year that one of them began, empty if no source states one
// column last_year integer : Last year that a source speaks of one of them, not an end
// column sources integer : Independent sources of the role, the country, these outcomes and the years
// column passages texts : The passages that say so
// chart matrix rows=actor columns=country value=interventions
MATCH (c:Country) WHERE $country = '' OR c.id = $country
MATCH (c)<-[:IN_COUNTRY]-(i:Intervention)<-[r:TOOK_PART_IN]-(a:Actor)
WHERE ($role = '' OR r.role = $role) AND ($actor = '' OR a.id = $actor)
WITH r.role AS role, a, c, collect(DISTINCT i) AS done
WITH role, a, c, done, size(done) AS interventions
ORDER BY interventions DESC, role, a.id, c.id LIMIT $most
UNWIND done AS i
MATCH (i)-[l:TOOK_PART_IN|IN_COUNTRY|LED_TO|BEGAN|LAST_DESCRIBED]-(x)
WHERE x = c OR type(l) IN ['BEGAN', 'LAST_DESCRIBED'] OR (x = a AND l.role = role)
  OR l.direction IN ['improved', 'worsened']
WITH role, a, c, i, interventions, l.passages AS told, l.origins AS heard
WITH role, a, c, i, interventions, collect(told) AS told, collect(heard) AS heard
WITH role, a, c, interventions, min(i.began) AS first_year, max(i.last_described) AS last_year,
  sum(CASE WHEN i.improved > 0 THEN 1 ELSE 0 END) AS improved,
  sum(CASE WHEN i.improved > 0 AND i.confirmed = 0 THEN 1 ELSE 0 END) AS self_reported,
  sum(CASE WHEN i.worsened > 0 THEN 1 ELSE 0 END) AS worsened,
  collect(heard) AS sources, collect(told) AS passages
RETURN role, a.id AS actor_id, a.name AS actor,
  CASE WHEN a:Company THEN 'company' ELSE 'partner' END AS kind, c.id AS country_id,
  c.name AS country, interventions, improved, self_reported, worsened, first_year, last_year,
  sources, passages
ORDER BY interventions DESC, role, actor_id, country_id
