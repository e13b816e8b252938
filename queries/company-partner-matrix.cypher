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
// param most integer = 80 : Most rows
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
MATCH (b:Company) WHERE $company = '' OR b.id = $company
MATCH (b)-[:TOOK_PART_IN]->(i:Intervention)<-[:TOOK_PART_IN]-(a:Partner)
WHERE ($partner = '' OR a.id = $partner)
  AND ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
  AND ($role = '' OR EXISTS { MATCH (a)-[:TOOK_PART_IN {role: $role}]->(i) })
WITH b, a, collect(DISTINCT i) AS used
WITH b, a, used, size(used) AS interventions
WHERE interventions >= $least
WITH b, a, used, interventions ORDER BY interventions DESC, b.id, a.id LIMIT $most
UNWIND used AS i
MATCH (i)-[l:LED_TO|TOOK_PART_IN]-(x)
WHERE x:Outcome OR x.id = b.id OR x.id = a.id AND ($role = '' OR l.role = $role)
WITH b, a, interventions, i, l.passages AS told, l.origins AS heard
WITH b, a, interventions, i, collect(told) AS told, collect(heard) AS heard
WITH b, a, interventions,
  sum(CASE WHEN i.improved > 0 THEN 1 ELSE 0 END) AS improved,
  sum(CASE WHEN i.mixed > 0 THEN 1 ELSE 0 END) AS mixed,
  sum(CASE WHEN i.unchanged > 0 THEN 1 ELSE 0 END) AS unchanged,
  sum(CASE WHEN i.worsened > 0 THEN 1 ELSE 0 END) AS worsened,
  sum(CASE WHEN i.unknown > 0 THEN 1 ELSE 0 END) AS unknown,
  sum(CASE WHEN i.improved > 0 AND i.confirmed = 0 THEN 1 ELSE 0 END) AS self_reported,
  collect(heard) AS sources, collect(told) AS passages
RETURN b.id AS company_id, b.name AS company, a.id AS partner_id, a.name AS partner, interventions,
  improved, mixed, unchanged, worsened, unknown, sources, self_reported, passages
ORDER BY interventions DESC, company_id, partner_id
