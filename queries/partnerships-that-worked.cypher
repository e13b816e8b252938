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
MATCH (i:Intervention)
WITH i, COUNT { MATCH (i)-[:IN_COUNTRY]->(:Country {id: $country}) } AS here,
  COUNT { MATCH (i)<-[:TOOK_PART_IN]-(:Company {id: $company}) } AS asked
WHERE ($country = '' OR here > 0) AND ($company = '' OR asked > 0)
OPTIONAL MATCH (i)-[l:LED_TO]->(:Outcome)
WITH i, l.direction AS direction, l.passages AS told, l.origins AS heard,
  size([v IN l.voices WHERE NOT v IN ['certifier-or-initiative', 'company', 'consultancy', 'ngo']]) AS outside
WITH i, collect(told) AS told, collect(heard) AS heard,
  max(CASE direction WHEN 'improved' THEN 1 ELSE 0 END) AS improved,
  max(CASE direction WHEN 'mixed' THEN 1 ELSE 0 END) AS mixed,
  max(CASE direction WHEN 'unchanged' THEN 1 ELSE 0 END) AS unchanged,
  max(CASE direction WHEN 'worsened' THEN 1 ELSE 0 END) AS worsened,
  max(CASE direction WHEN 'unknown' THEN 1 ELSE 0 END) AS unknown,
  max(CASE WHEN direction = 'improved' AND outside > 0 THEN 1 ELSE 0 END) AS confirmed
MATCH (i)<-[r:TOOK_PART_IN]-(a:Partner)
MATCH (i)-[:IN_COUNTRY]->(c:Country)
WHERE ($country = '' OR c.id = $country) AND ($partner = '' OR a.id = $partner) AND ($role = '' OR r.role = $role)
WITH a, c, i, told, heard, improved, mixed, unchanged, worsened, unknown, confirmed,
  collect(r.passages) AS part, collect(r.origins) AS by
WITH a, c, count(i) AS interventions, sum(improved) AS improved, sum(mixed) AS mixed,
  sum(unchanged) AS unchanged, sum(worsened) AS worsened, sum(unknown) AS unknown,
  sum(improved - confirmed) AS self_reported,
  collect(heard) + collect(by) AS sources, collect(told) + collect(part) AS passages
WHERE interventions >= $least
WITH a.id AS partner_id, a.name AS partner, c.id AS country_id, c.name AS country, interventions,
  improved, mixed, unchanged, worsened, unknown, sources, self_reported, passages
RETURN partner_id, partner, country_id, country, interventions, improved, mixed, unchanged, worsened,
  unknown, sources, self_reported, passages
ORDER BY improved DESC, interventions DESC, partner_id, country_id
