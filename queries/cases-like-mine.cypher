// title: Cases like mine
// title fr: Des cas comme le mien
// title es: Casos como el mío
// title pt: Casos como o meu
// use: cases
// question: Which interventions are most like my case, why, and how did they go?
// question fr: Quelles interventions ressemblent le plus à mon cas, pourquoi, et qu'ont-elles donné ?
// question es: ¿Qué intervenciones se parecen más a mi caso, por qué, y cómo fueron?
// question pt: Que intervenções se parecem mais com o meu caso, porquê, e como correram?
// param country Country = 'PER' : My country: 2 points, or 1 for another country of the same UN M49 sub-region
// param region text = '' : A UN M49 sub-region instead, as South America: 1 point
// param problem Outcome = 'mercury-use' : What I want to change: 2 points if the outcome is told, in whatever direction
// param partners texts = 'ngo' : Types of actors that I work with, as ngo,cooperative: 1 point for each that took part
// param mineral text = '' : A word, as gold or coltan: 1 point if a passage of the case holds it
// param stage text = '' : A word for the stage, as exploration or closure: 1 point if a passage holds it
// param legal text = '' : A word for the legal status, as informal or concession: 1 point if a passage holds it
// param cases integer = 12 : Most rows; if none of them went badly and a case that did has at most one point less than the last, it takes the last place
// param among integer = 80 : Cases that are looked at for actors and words: the first by the points for country and problem
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column countries texts : Countries that it happened in
// column score integer : The sum of the points
// column reasons texts : What the points are for, in the names of the columns and types of the model
// column country_points integer : Points for the country or its region
// column problem_points integer : Points for the problem
// column partner_points integer : Points for the types of actors
// column word_points integer : Points for the words, one for each that a passage holds
// column badly flag : Whether an outcome is told to have worsened
// column improved integer : Outcomes told to have improved
// column worsened integer : Outcomes told to have worsened
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so, and those that hold the words
OPTIONAL MATCH (h:Country)
WHERE h.id = $country
WITH max(h.region) AS region
WITH CASE $region WHEN '' THEN coalesce(region, '') ELSE $region END AS near
MATCH (i:Intervention)-[:IN_COUNTRY]->(k:Country)
WITH near, i, max(CASE WHEN k.id = $country THEN 2 WHEN k.region = near THEN 1 ELSE 0 END) AS country_points,
  COUNT { MATCH (i)-[:LED_TO]->(o:Outcome) WHERE o.id = $problem } AS told
WITH i, country_points, CASE WHEN told > 0 THEN 2 ELSE 0 END AS problem_points
WITH i, country_points, problem_points, country_points + problem_points AS first
ORDER BY first DESC, i.id LIMIT $among
WITH i, country_points, problem_points,
  COLLECT { MATCH (i)<-[:TOOK_PART_IN]-(a:Actor) WHERE a.type IN $partners RETURN a.type } AS types
WITH i, country_points, problem_points, [kind IN $partners WHERE kind IN types] AS kinds
MATCH (i)-[l]-(x)
WHERE size(l.passages) > 0
WITH i, country_points, problem_points, kinds, CASE WHEN x:Country THEN x.name END AS country,
  x:Country OR x.id = $problem OR l.direction IN ['improved', 'worsened']
    OR (type(l) = 'TOOK_PART_IN' AND x.type IN kinds) AS mine, l.passages AS told, l.origins AS heard
WITH i, country_points, problem_points, kinds, collect(country) AS countries,
  collect(CASE WHEN mine THEN told END) AS told, collect(CASE WHEN mine THEN heard END) AS heard,
  collect(told) AS every
UNWIND CASE WHEN $mineral = '' AND $stage = '' AND $legal = '' THEN [['']] ELSE every END AS some
UNWIND some AS passage
WITH DISTINCT i, country_points, problem_points, kinds, countries, told, heard, passage
OPTIONAL MATCH (p:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, country_points, problem_points, kinds, countries, told, heard, s.origin AS origin, p.id AS held,
  $mineral <> '' AND toLower(p.text) CONTAINS toLower($mineral) AS of_mineral,
  $stage <> '' AND toLower(p.text) CONTAINS toLower($stage) AS of_stage,
  $legal <> '' AND toLower(p.text) CONTAINS toLower($legal) AS of_legal
WITH i, country_points, problem_points, kinds, countries, told, heard,
  collect(CASE WHEN of_mineral OR of_stage OR of_legal THEN [origin] END) AS by,
  collect(CASE WHEN of_mineral OR of_stage OR of_legal THEN [held] END) AS holding,
  max(CASE WHEN of_mineral THEN 1 ELSE 0 END) AS mineral, max(CASE WHEN of_stage THEN 1 ELSE 0 END) AS stage,
  max(CASE WHEN of_legal THEN 1 ELSE 0 END) AS legal
WITH i, country_points, problem_points, size(kinds) AS partner_points, mineral + stage + legal AS word_points,
  CASE country_points WHEN 2 THEN ['country'] WHEN 1 THEN ['region'] ELSE [] END
    + CASE problem_points WHEN 2 THEN ['problem'] ELSE [] END + kinds
    + CASE mineral WHEN 1 THEN ['mineral'] ELSE [] END + CASE stage WHEN 1 THEN ['stage'] ELSE [] END
    + CASE legal WHEN 1 THEN ['legal'] ELSE [] END AS reasons,
  countries, told + holding AS passages, heard + by AS sources
WITH i, country_points + problem_points + partner_points + word_points AS score, country_points,
  problem_points, partner_points, word_points, reasons, countries, passages, sources
WHERE score > 0
WITH i, score, country_points, problem_points, partner_points, word_points, reasons, countries, passages, sources
ORDER BY score DESC, i.id
WITH collect([i.id, i.worsened > 0, score]) AS every,
  collect([i.id, score, country_points, problem_points, partner_points, word_points, reasons, countries,
    passages, sources]) AS rows
WITH rows, every[..$cases] AS shown, every[$cases..] AS rest
WITH rows, rest, [one IN shown | one[0]] AS ids, size([one IN shown WHERE one[1]]) AS gone_badly,
  reduce(low = 0, one IN shown | one[2]) AS low
WITH rows, ids, gone_badly, [one IN rest WHERE one[1] AND one[2] >= low - 1 | one[0]][..1] AS instead
UNWIND rows AS row
WITH row, CASE WHEN gone_badly = 0 AND size(instead) > 0 THEN ids[..$cases - 1] + instead ELSE ids END AS kept
WITH row, row[0] AS id, kept
WHERE id IN kept
WITH id, max(row[1]) AS score, max(row[2]) AS country_points, max(row[3]) AS problem_points,
  max(row[4]) AS partner_points, max(row[5]) AS word_points, collect(row[6]) AS reasons,
  collect(row[7]) AS countries, collect(row[8]) AS passages, collect(row[9]) AS sources
MATCH (i:Intervention {id: id})
RETURN id AS intervention_id, i.title AS intervention, countries, score, reasons, country_points,
  problem_points, partner_points, word_points, i.worsened > 0 AS badly, i.improved AS improved,
  i.worsened AS worsened, sources, passages
ORDER BY score DESC, intervention_id
