// title: Which company with which partner
// title fr: Quelle entreprise avec quel partenaire
// title es: Qué empresa con qué socio
// title pt: Que empresa com que parceiro
// use: partnerships
// question: Which companies and partners took part in the same interventions, and what changed?
// question fr: Quelles entreprises et quels partenaires ont pris part aux mêmes interventions, et qu'est-ce qui a changé ?
// question es: ¿Qué empresas y socios participaron en las mismas intervenciones y qué cambió?
// question pt: Que empresas e parceiros participaram nas mesmas intervenções, e o que mudou?
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
MATCH (c:Company)-[:TOOK_PART_IN]->(i:Intervention)-[:IN_COUNTRY]->(k:Country)
WHERE ($country = '' OR k.id = $country) AND ($company = '' OR c.id = $company)
WITH DISTINCT i
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
MATCH (i)<-[p:TOOK_PART_IN]-(c:Company)
WHERE $company = '' OR c.id = $company
WITH c, i, improved, mixed, unchanged, worsened, unknown, confirmed,
  told + [p.passages] AS told, heard + [p.origins] AS heard
MATCH (i)<-[r:TOOK_PART_IN]-(a:Partner)
WHERE ($partner = '' OR a.id = $partner) AND ($role = '' OR r.role = $role)
WITH c, a, count(DISTINCT i) AS interventions,
  count(DISTINCT CASE improved WHEN 1 THEN i.id END) AS improved,
  count(DISTINCT CASE mixed WHEN 1 THEN i.id END) AS mixed,
  count(DISTINCT CASE unchanged WHEN 1 THEN i.id END) AS unchanged,
  count(DISTINCT CASE worsened WHEN 1 THEN i.id END) AS worsened,
  count(DISTINCT CASE unknown WHEN 1 THEN i.id END) AS unknown,
  count(DISTINCT CASE WHEN improved > confirmed THEN i.id END) AS self_reported,
  collect(heard) + collect(r.origins) AS sources, collect(told) + collect(r.passages) AS passages
WHERE interventions >= $least
RETURN c.id AS company_id, c.name AS company, a.id AS partner_id, a.name AS partner, interventions,
  improved, mixed, unchanged, worsened, unknown, sources, self_reported, passages
ORDER BY interventions DESC, improved DESC, company, partner, company_id, partner_id
