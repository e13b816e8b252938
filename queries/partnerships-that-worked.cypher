// title: Partnerships that worked
// title fr: Les partenariats qui ont marché
// title es: Alianzas que funcionaron
// title pt: Parcerias que funcionaram
// use: partnerships
// question: Which partnerships worked where, and who says so?
// question fr: Quels partenariats ont marché, où, et qui le dit ?
// question es: ¿Qué alianzas funcionaron, dónde y quién lo dice?
// question pt: Que parcerias funcionaram, onde, e quem o diz?
// param country Country = '' : Country, empty for all
// param partner Actor = '' : Partner, empty for all
// param company Actor = '' : Only interventions that this company took part in, empty for all
// param role text = '' : Only parts that partners had in this role, empty for all
// param least integer = 1 : Fewest interventions of a row
// param most integer = 80 : Most rows
// column partner_id Actor : The partner
// column partner text : Its name
// column country_id Country : The country
// column country text : Its name
// column interventions integer : Interventions that the partner took part in there
// column improved integer : Of these, with an outcome that improved
// column mixed integer : Of these, with a mixed outcome
// column unchanged integer : Of these, with an outcome that stayed unchanged
// column worsened integer : Of these, with an outcome that worsened
// column unknown integer : Of these, with an outcome of unknown direction
// column sources integer : Independent sources of these outcomes and of the partner's part
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column passages texts : The passages behind the outcomes and the partner's part
// chart matrix rows=partner columns=country value=improved
MATCH (c:Country) WHERE $country = '' OR c.id = $country
MATCH (c)<-[:IN_COUNTRY]-(i:Intervention)<-[:TOOK_PART_IN]-(a:Partner)
WHERE ($partner = '' OR a.id = $partner)
  AND ($company = '' OR EXISTS { MATCH (i)<-[:TOOK_PART_IN]-(b:Company) WHERE b.id = $company })
  AND ($role = '' OR EXISTS { MATCH (a)-[:TOOK_PART_IN {role: $role}]->(i) })
WITH a, c, collect(DISTINCT i) AS used
WITH a, c, used, size(used) AS interventions
WHERE interventions >= $least
WITH a, c, used, interventions ORDER BY interventions DESC, a.id, c.id LIMIT $most
UNWIND used AS i
MATCH (i)-[l:LED_TO|TOOK_PART_IN]-(x)
WHERE x:Outcome OR x.id = a.id AND ($role = '' OR l.role = $role)
WITH a, c, interventions, i, l.passages AS told, l.origins AS heard
WITH a, c, interventions, i, collect(told) AS told, collect(heard) AS heard
WITH a, c, interventions,
  sum(CASE WHEN i.improved > 0 THEN 1 ELSE 0 END) AS improved,
  sum(CASE WHEN i.mixed > 0 THEN 1 ELSE 0 END) AS mixed,
  sum(CASE WHEN i.unchanged > 0 THEN 1 ELSE 0 END) AS unchanged,
  sum(CASE WHEN i.worsened > 0 THEN 1 ELSE 0 END) AS worsened,
  sum(CASE WHEN i.unknown > 0 THEN 1 ELSE 0 END) AS unknown,
  sum(CASE WHEN i.improved > 0 AND i.confirmed = 0 THEN 1 ELSE 0 END) AS self_reported,
  collect(heard) AS sources, collect(told) AS passages
RETURN a.id AS partner_id, a.name AS partner, c.id AS country_id, c.name AS country, interventions,
  improved, mixed, unchanged, worsened, unknown, sources, self_reported, passages
ORDER BY interventions DESC, partner_id, country_id
