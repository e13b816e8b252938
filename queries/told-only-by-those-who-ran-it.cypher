// title: Told only by those who ran it
// title fr: Dit seulement par ceux qui l'ont mené
// title es: Contado solo por quienes lo hicieron
// title pt: Contado só por quem o fez
// use: evidence
// question: Which outcomes are told only by companies, certifiers, NGOs or consultants?
// question fr: Quels résultats ne sont dits que par des entreprises, des certificateurs, des ONG ou des consultants ?
// question es: ¿Qué resultados cuentan solo empresas, certificadoras, ONG o consultoras?
// question pt: Que resultados são contados só por empresas, certificadoras, ONG ou consultoras?
// param country Country = '' : Country, empty for all
// param outcome Outcome = '' : The outcome, empty for all
// param most integer = 100 : Most rows
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column outcome_id Outcome : The outcome
// column outcome text : Its name
// column direction text : The direction told
// column details texts : What is told of it, in a few words
// column voices texts : Who speaks
// column sources integer : Independent sources that tell it
// column passages texts : The passages that tell it
// chart bars rows=outcome value=sources
MATCH (i:Intervention)-[l:LED_TO]->(o:Outcome)
WHERE ($outcome = '' OR o.id = $outcome)
  AND ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(c:Country) WHERE c.id = $country })
WITH i, o, l.direction AS direction, l.voices AS voices
WITH i, o, direction, sum(CASE WHEN all(v IN voices WHERE v IN ['certifier-or-initiative', 'company', 'consultancy', 'ngo']) THEN 0 ELSE 1 END) AS outside
WHERE outside = 0
WITH i, o, direction ORDER BY i.id, o.id, direction LIMIT $most
MATCH (i)-[l:LED_TO]->(o)
WHERE l.direction = direction
WITH i, o, direction, collect(DISTINCT l.detail) AS details, collect(l.voices) AS voices, collect(l.origins) AS sources, collect(l.passages) AS passages
RETURN i.id AS intervention_id, i.title AS intervention, o.id AS outcome_id, o.name AS outcome,
  direction, details, voices, sources, passages
ORDER BY intervention_id, outcome_id, direction
