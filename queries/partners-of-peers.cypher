// title: Partners of one's peers
// title fr: Les partenaires de ses pairs
// title es: Los socios de sus pares
// title pt: Os parceiros dos seus pares
// use: partnerships
// question: With whom do other companies work in the countries where this company works, and what came of it?
// question fr: Avec qui travaillent les autres entreprises dans les pays où travaille cette entreprise, et avec quel résultat ?
// question es: ¿Con quién trabajan otras empresas en los países donde trabaja esta empresa y con qué resultado?
// question pt: Com quem trabalham outras empresas nos países onde trabalha esta empresa, e com que resultado?
// param company Actor = 'anglogold-ashanti' : The company; its peers are the other companies that took part in an intervention in a country where it took part in one
// param country Country = '' : Only interventions in this country, empty for all where the company took part in one
// param most integer = 20 : Most rows
// column partner_id Actor : A partner that took part in the same intervention as a peer, in a country where the company took part in one
// column partner text : Its name
// column type text : What kind of body it is
// column peers integer : Peers that it took part in interventions with there
// column peer_names texts : Their names
// column interventions integer : Interventions there that it took part in with a peer
// column countries texts : Countries they happened in, all of them for one that happened in several
// column strategies texts : Strategies that these interventions applied
// column improved integer : Of these interventions, with an outcome that improved
// column self_reported integer : Of the improved, those told only by companies, certifiers, NGOs or consultants
// column worsened integer : Of these interventions, with an outcome that worsened
// column known flag : Whether the company itself took part in an intervention with this partner, anywhere
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so, also of one intervention of the company in each country, the first by id
// chart bars rows=partner value=peers
MATCH (b:Company {id: $company})
MATCH (b)-[:TOOK_PART_IN]->(o:Intervention)-[:IN_COUNTRY]->(c:Country)
WHERE $country = '' OR c.id = $country
WITH b, c, min(o.id) AS own
MATCH (w:Intervention {id: own})-[k:TOOK_PART_IN|IN_COUNTRY]-(y)
WHERE y = b OR y = c
WITH b, c, k.passages AS told, k.origins AS heard
WITH b, c, [collect(told), collect(heard)] AS own
MATCH (c)<-[:IN_COUNTRY]-(i:Intervention)<-[:TOOK_PART_IN]-(p:Company)
WHERE p <> b
MATCH (i)<-[:TOOK_PART_IN]-(a:Partner)
WITH a, collect(DISTINCT i) AS done, count(DISTINCT p) AS peers, collect(DISTINCT own) AS own,
  min(i.id) AS first_id
WITH a, done, size(done) AS interventions, peers, own, first_id
ORDER BY peers DESC, interventions DESC, a.id LIMIT $most
MATCH (b:Company {id: $company})
WITH a, b, done, interventions, peers, own, first_id, COLLECT {
    MATCH (a)-[q:TOOK_PART_IN]->(:Intervention)<-[r:TOOK_PART_IN]-(b)
    RETURN [[q.passages, r.passages], [q.origins, r.origins]] } AS shared,
  size([x IN done WHERE x.improved > 0]) AS improved,
  size([x IN done WHERE x.improved > 0 AND x.confirmed = 0]) AS self_reported,
  size([x IN done WHERE x.worsened > 0]) AS worsened
UNWIND done AS i
// the proof beside the interventions goes with one of them, so that rows are not grouped by it
WITH a, b, i, interventions, peers, improved, self_reported, worsened, size(shared) > 0 AS known,
  CASE i.id WHEN first_id THEN own + shared END AS beside
MATCH (i)-[l:TOOK_PART_IN|IN_COUNTRY|APPLIED|LED_TO]-(x)
WHERE x = a OR (x:Company AND x <> b) OR type(l) IN ['IN_COUNTRY', 'APPLIED']
  OR l.direction IN ['improved', 'worsened']
WITH a, i, interventions, peers, improved, self_reported, worsened, known, beside, x,
  l.passages AS told, l.origins AS heard
WITH a, i, interventions, peers, improved, self_reported, worsened, known, beside,
  collect(x) AS met, collect(told) AS told, collect(heard) AS heard
WITH a, interventions, peers, improved, self_reported, worsened, known,
  collect([x IN met WHERE x:Company | x.name]) AS peer_names,
  collect([x IN met WHERE x:Country | x.name]) AS countries,
  collect([x IN met WHERE x:Strategy | x.name]) AS strategies,
  collect(heard) + collect([proof IN beside | proof[1]]) AS sources,
  collect(told) + collect([proof IN beside | proof[0]]) AS passages
RETURN a.id AS partner_id, a.name AS partner, a.type AS type, peers, peer_names, interventions,
  countries, strategies, improved, self_reported, worsened, known, sources, passages
ORDER BY peers DESC, interventions DESC, partner_id
