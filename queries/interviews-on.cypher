// title: Interviews on a place, a body or a story
// title fr: Entretiens sur un lieu, un organisme ou une histoire
// title es: Entrevistas sobre un lugar, un actor o una historia
// title pt: Entrevistas sobre um lugar, um ator ou uma história
// use: cases
// question: Who speaks of this in interviews, for whom, and do they confirm or contradict what other sources tell?
// question fr: Qui en parle dans les entretiens, au nom de qui, et pour confirmer ou contredire les autres sources ?
// question es: ¿Quién habla de esto en entrevistas, en nombre de quién, y confirma o contradice lo que cuentan otras fuentes?
// question pt: Quem fala disto em entrevistas, em nome de quem, e confirma ou contradiz o que contam outras fontes?
// param country Country = '' : Only interviews that speak of this country, empty for all
// param actor Actor = '' : Only those whose speaker stands for this actor, or that tell of an intervention it took part in, empty for all
// param intervention Intervention = '' : Only those that tell of this intervention, empty for all
// param relation text = '' : adds, confirms, contradicts, general or new-intervention, empty for all
// param most integer = 50 : Most rows
// column interview_id Interview : The interview; only those that their speakers agreed to have published
// column interview text : Its title
// column speaker text : Who speaks, empty if the source does not say
// column role text : What the speaker does
// column voice text : Whose voice it is
// column speaks_for texts : The actors that the speaker stands for
// column relation text : What it does to what the other sources say
// column relation_why text : Why it is taken so
// column told_of texts : Titles of the interventions that it tells of
// column published text : Day, month or year of publication, empty if it is not known
// column sources integer : Always one
// column passages texts : Its passages
MATCH (y:Interview)
WHERE y.consent = 'published' AND ($relation = '' OR y.relation = $relation)
  AND ($country = '' OR $country IN y.countries)
WITH y, COLLECT { MATCH (y)-[:TELLS_OF]->(i:Intervention) RETURN i.id } AS ids,
  COLLECT { MATCH (y)-[:TELLS_OF]->(j:Intervention) RETURN j.title } AS told_of,
  COLLECT { MATCH (y)-[:SPEAKS_FOR]->(a:Actor) RETURN a.id } AS bodies,
  COLLECT { MATCH (y)-[:SPEAKS_FOR]->(b:Actor) RETURN b.name } AS speaks_for,
  COUNT { MATCH (y)-[:TELLS_OF]->(:Intervention)<-[:TOOK_PART_IN]-(k:Actor) WHERE k.id = $actor } AS beside
WHERE ($intervention = '' OR $intervention IN ids) AND ($actor = '' OR $actor IN bodies OR beside > 0)
WITH y, told_of, speaks_for ORDER BY y.relation, y.id LIMIT $most
MATCH (o:Source {id: y.origin})
RETURN y.id AS interview_id, y.title AS interview, coalesce(y.speaker, '') AS speaker,
  coalesce(y.role, '') AS role, y.voice AS voice, speaks_for, coalesce(y.relation, '') AS relation,
  coalesce(y.relation_why, '') AS relation_why, told_of,
  coalesce(y.published, o.published, '') AS published, [o.id] AS sources,
  COLLECT { MATCH (y)<-[:FROM]-(p:Passage) RETURN p.id } AS passages
ORDER BY relation, interview_id
