// title: Which company with which partner
// use: partnerships
// question: Which companies and partners took part in the same interventions, and what changed?
// param country Country = '' : Country, empty for all
// param company Actor = '' : Company, empty for all
// param partner Actor = '' : Partner, empty for all
// param role text = '' : Only parts that partners had in this role, empty for all
// param least integer = 1 : Fewest interventions of a row
// column company_id Actor : The company
// column company text : Its name
// column partner_id Actor : The partner
// column partner text : Its name
// column interventions integer : Interventions that both took part in
// column improved integer : Of these, with an outcome that improved
// column mixed integer : Of these, with a mixed outcome
// column unchanged integer : Of these, with an outcome that stayed unchanged
// column worsened integer : Of these, with an outcome that worsened
// column unknown integer : Of these, with an outcome of unknown direction
// column sources integer : Independent sources of these outcomes and of the two parts
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column passages texts : The passages behind the outcomes and the two parts
// chart matrix rows=company columns=partner value=interventions
MATCH (c:Company)-[:TOOK_PART_IN]->(i:Intervention)-[:IN_COUNTRY]->(n:Country)
WHERE ($country = '' OR n.id = $country) AND ($company = '' OR c.id = $company)
WITH DISTINCT i
OPTIONAL MATCH (i)-[l:LED_TO]->(:Outcome)
UNWIND coalesce(l.passages, ['']) AS told
OPTIONAL MATCH (p:Passage {id: told})-[:FROM]->(s:Source)
WITH i, p.id AS passage, s.origin AS origin,
  CASE WHEN s.voice IN ['certifier-or-initiative', 'company', 'consultancy', 'ngo'] THEN 0 ELSE 1 END AS outside,
  max(CASE l.direction WHEN 'improved' THEN 1 ELSE 0 END) AS improved,
  max(CASE l.direction WHEN 'mixed' THEN 1 ELSE 0 END) AS mixed,
  max(CASE l.direction WHEN 'unchanged' THEN 1 ELSE 0 END) AS unchanged,
  max(CASE l.direction WHEN 'worsened' THEN 1 ELSE 0 END) AS worsened,
  max(CASE l.direction WHEN 'unknown' THEN 1 ELSE 0 END) AS unknown
ORDER BY passage
WITH i, collect(passage) AS told, collect(origin) AS origins,
  max(improved) AS improved, max(mixed) AS mixed, max(unchanged) AS unchanged,
  max(worsened) AS worsened, max(unknown) AS unknown, max(improved * outside) AS seen
MATCH (c:Company)-[r:TOOK_PART_IN]->(i)
WHERE $company = '' OR c.id = $company
UNWIND r.passages AS part
MATCH (p:Passage {id: part})-[:FROM]->(s:Source)
WITH i, told, origins, improved, mixed, unchanged, worsened, unknown, seen, c, p.id AS passage, s.origin AS origin
ORDER BY i.id, passage
WITH i, told, origins, improved, mixed, unchanged, worsened, unknown, seen, c,
  collect(passage) AS parts, collect(origin) AS heard
WITH i, improved, mixed, unchanged, worsened, unknown, seen, c, parts + told AS told, heard + origins AS origins
MATCH (a:Partner)-[r:TOOK_PART_IN]->(i)
WHERE ($partner = '' OR a.id = $partner) AND ($role = '' OR r.role = $role)
UNWIND r.passages AS part
MATCH (p:Passage {id: part})-[:FROM]->(s:Source)
WITH i, told, origins, improved, mixed, unchanged, worsened, unknown, seen, c, a, p.id AS passage, s.origin AS origin
ORDER BY i.id, passage
WITH i, told, origins, improved, mixed, unchanged, worsened, unknown, seen, c, a,
  collect(passage) AS parts, collect(origin) AS heard
WITH c, a, i, improved, mixed, unchanged, worsened, unknown, seen, parts + told AS told, heard + origins AS origins
ORDER BY i.id
UNWIND range(0, size(told) - 1) AS n
WITH c, a, count(DISTINCT i) AS interventions,
  count(DISTINCT CASE WHEN improved = 1 THEN i.id END) AS improved,
  count(DISTINCT CASE WHEN mixed = 1 THEN i.id END) AS mixed,
  count(DISTINCT CASE WHEN unchanged = 1 THEN i.id END) AS unchanged,
  count(DISTINCT CASE WHEN worsened = 1 THEN i.id END) AS worsened,
  count(DISTINCT CASE WHEN unknown = 1 THEN i.id END) AS unknown,
  count(DISTINCT origins[n]) AS sources,
  count(DISTINCT CASE WHEN improved = 1 AND seen = 0 THEN i.id END) AS self_reported,
  collect(DISTINCT told[n]) AS passages
WHERE interventions >= $least
RETURN c.id AS company_id, c.name AS company, a.id AS partner_id, a.name AS partner, interventions,
  improved, mixed, unchanged, worsened, unknown, sources, self_reported, passages
ORDER BY interventions DESC, improved DESC, company, partner, company_id, partner_id
