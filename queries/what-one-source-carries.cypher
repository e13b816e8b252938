// title: What one source carries
// title fr: Ce que porte une seule source
// title es: Lo que sostiene una sola fuente
// title pt: O que uma só fonte sustenta
// use: evidence
// question: What is told of interventions by this source and its copies, and what would fall if it were withdrawn?
// question fr: Que disent des interventions cette source et ses copies, et que tomberait-il si elle était retirée ?
// question es: ¿Qué cuentan de las intervenciones esta fuente y sus copias, y qué caería si se retirara?
// question pt: O que contam das intervenções esta fonte e as suas cópias, e o que cairia se fosse retirada?
// param source Source = 'mining-2023-deadly-peru-mine-partner' : The source; whatever tells what another told stands and falls with it
// param link text = '' : Only links of this type, such as LED_TO or TOOK_PART_IN, empty for all
// param most integer = 200 : Most rows
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column link text : The type of the link
// column target_id text : The node at its other end
// column target text : Its name
// column role text : The role that the link states
// column direction text : The direction that the link states
// column detail text : What the link states of it, in a few words
// column alone flag : Whether no other independent source says it, so that it falls with this one
// column sources integer : Independent sources that say it
// column voices texts : Whose voices say it
// column passages texts : The passages that say it, from all these sources
MATCH (s:Source {id: $source})
MATCH (i:Intervention)
WHERE s.origin IN i.origins
WITH s, i
MATCH (i)-[l]-(x)
WHERE $link = '' OR type(l) = $link
WITH s.origin AS origin, i, x, type(l) AS link, coalesce(l.role, '') AS role,
  coalesce(l.direction, '') AS direction, coalesce(l.detail, '') AS detail, l.passages AS told,
  coalesce(l.origins, []) AS heard, l.voices AS voices
WHERE origin IN heard
WITH origin, i, x, link, role, direction, detail,
  max(size([n IN heard WHERE n <> origin])) AS others, collect(heard) AS sources,
  collect(voices) AS voices, collect(told) AS passages
RETURN i.id AS intervention_id, i.title AS intervention, link, x.id AS target_id,
  coalesce(x.name, x.title, x.text) AS target, role, direction, detail, others = 0 AS alone, sources,
  voices, passages
ORDER BY intervention_id, link, target_id, role, direction, detail LIMIT $most
