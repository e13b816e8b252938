// title: One intervention's card
// title fr: La fiche d'une intervention
// title es: La ficha de una intervención
// title pt: A ficha de uma intervenção
// use: cases
// question: What is known of this intervention, and which passages say so?
// question fr: Que sait-on de cette intervention, et quels passages le disent ?
// question es: ¿Qué se sabe de esta intervención y qué pasajes lo dicen?
// question pt: O que se sabe desta intervenção, e que passagens o dizem?
// param intervention Intervention = 'col-segovia-contract-mining' : The intervention
// column rank integer : Place of the kind of link on the card, from 1
// column link text : The link between the intervention and the other end
// column target_id text : The other end
// column target text : Its name or words
// column target_kind text : What it is: Company, Partner, Country, Site, Strategy, Outcome ...
// column role text : The role of an actor
// column direction text : The direction of an outcome
// column detail text : What the passages say of it, in a few words
// column inward flag : Whether the link comes from the other end
// column sources integer : Independent sources that say it
// column voices texts : Who speaks in them
// column self_reported flag : Whether only companies, certifiers, NGOs or consultants say it
// column passages texts : The passages that say it
MATCH (i:Intervention {id: $intervention})-[r:BEGAN|LAST_DESCRIBED|IN_COUNTRY|AT_SITE|
  TOOK_PART_IN|APPLIED|LED_TO|SHAPED_BY|WENT_WRONG|FOLLOWED|ABOUT]-(t)
UNWIND r.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, r, t, count(DISTINCT s.origin) AS sources, collect(DISTINCT s.voice) AS voices,
  collect(DISTINCT passage) AS passages
WITH i, r, t, sources, voices, passages,
  CASE type(r)
    WHEN 'BEGAN' THEN 1 WHEN 'LAST_DESCRIBED' THEN 2 WHEN 'IN_COUNTRY' THEN 3 WHEN 'AT_SITE' THEN 4
    WHEN 'TOOK_PART_IN' THEN 5 WHEN 'APPLIED' THEN 6 WHEN 'LED_TO' THEN 7 WHEN 'SHAPED_BY' THEN 8
    WHEN 'WENT_WRONG' THEN 9 WHEN 'FOLLOWED' THEN 10 ELSE 11 END AS rank,
  CASE type(r)
    WHEN 'BEGAN' THEN 'Year' WHEN 'LAST_DESCRIBED' THEN 'Year' WHEN 'IN_COUNTRY' THEN 'Country'
    WHEN 'AT_SITE' THEN 'Site' WHEN 'APPLIED' THEN 'Strategy' WHEN 'LED_TO' THEN 'Outcome'
    WHEN 'SHAPED_BY' THEN 'Factor' WHEN 'WENT_WRONG' THEN 'Setback'
    WHEN 'FOLLOWED' THEN 'Intervention' WHEN 'ABOUT' THEN 'Lesson'
    ELSE CASE WHEN t:Company THEN 'Company' ELSE 'Partner' END END AS target_kind
RETURN rank, type(r) AS link, t.id AS target_id, coalesce(t.name, t.title, t.text) AS target,
  target_kind, coalesce(r.role, '') AS role, coalesce(r.direction, '') AS direction,
  coalesce(r.detail, '') AS detail, endNode(r).id = i.id AS inward, sources, voices,
  size([v IN voices WHERE NOT v IN
    ['certifier-or-initiative', 'company', 'consultancy', 'ngo']]) = 0 AS self_reported, passages
ORDER BY rank, target, target_id, role, direction, detail, inward, link, r.value, r.unit
