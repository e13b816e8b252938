// title: Partnerships that worked
// use: partnerships
// question: Which partnerships worked where, and who says so?
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
MATCH (a:Partner)-[r:TOOK_PART_IN]->(i:Intervention)-[:IN_COUNTRY]->(c:Country)
WHERE ($country = '' OR c.id = $country)
  AND ($partner = '' OR a.id = $partner)
  AND ($role = '' OR r.role = $role)
WITH DISTINCT i
WITH i, COUNT { MATCH (:Company {id: $company})-[:TOOK_PART_IN]->(i) } AS with_company
WHERE $company = '' OR with_company > 0
OPTIONAL MATCH (i)-[l:LED_TO]->(:Outcome)
UNWIND coalesce(l.passages, ['']) AS passage
WITH i, passage, collect(DISTINCT l.direction) AS directions
OPTIONAL MATCH (p:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, collect({passage: p.id, origin: s.origin}) AS told,
  max('improved' IN directions) AS improved, max('mixed' IN directions) AS mixed,
  max('unchanged' IN directions) AS unchanged, max('worsened' IN directions) AS worsened,
  max('unknown' IN directions) AS unknown,
  max('improved' IN directions AND NOT s.voice IN
    ['certifier-or-initiative', 'company', 'consultancy', 'ngo']) AS confirmed
MATCH (i)<-[r:TOOK_PART_IN]-(a:Partner)
WHERE ($partner = '' OR a.id = $partner) AND ($role = '' OR r.role = $role)
UNWIND r.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH a, i, told, improved, mixed, unchanged, worsened, unknown, confirmed,
  collect({passage: passage, origin: s.origin}) AS part
MATCH (i)-[:IN_COUNTRY]->(c:Country)
WHERE $country = '' OR c.id = $country
WITH a, c, count(i) AS interventions, collect(told + part) AS proofs,
  count(CASE WHEN improved THEN i END) AS improved,
  count(CASE WHEN mixed THEN i END) AS mixed,
  count(CASE WHEN unchanged THEN i END) AS unchanged,
  count(CASE WHEN worsened THEN i END) AS worsened,
  count(CASE WHEN unknown THEN i END) AS unknown,
  count(CASE WHEN improved AND NOT confirmed THEN i END) AS self_reported
WHERE interventions >= $least
UNWIND proofs AS proof
UNWIND proof AS p
WITH a, c, interventions, improved, mixed, unchanged, worsened, unknown, self_reported,
  count(DISTINCT p.origin) AS sources, collect(DISTINCT p.passage) AS passages
RETURN a.id AS partner_id, a.name AS partner, c.id AS country_id, c.name AS country, interventions,
  improved, mixed, unchanged, worsened, unknown, sources, self_reported, passages
ORDER BY improved DESC, interventions DESC, partner_id, country_id
