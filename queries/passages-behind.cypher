// title: The passages behind a link
// title fr: Les passages derrière un lien
// title es: Los pasajes detrás de un vínculo
// title pt: As passagens por trás de uma ligação
// use: evidence
// question: Which passages say that the one is linked to the other, and whose voice are they?
// question fr: Quels passages disent que l'un est lié à l'autre, et de qui est la voix ?
// question es: ¿Qué pasajes dicen que lo uno está ligado a lo otro y de quién es la voz?
// question pt: Que passagens dizem que um está ligado ao outro, e de quem é a voz?
// param source text = 'col-segovia-contract-mining' : Id of the node that the link starts from
// param link text = 'LED_TO' : The type of the link
// param target text = 'miners-formalised' : Id of the node that the link leads to
// column passage_id Passage : The passage
// column says text : What it says
// column at text : Where in the source it says it
// column kind text : Whether the words are the source's (verbatim) or ours (paraphrase)
// column source_id Source : The source it stands in
// column source text : The title of the source
// column voice text : Who speaks in it
// column speaker text : The speaker of an interview
// column published text : Day, month or year of publication
// column url text : Where the source can be read
// column origin Source : The source it derives from in the end; equal origins are not independent
// column role text : The role that the link states
// column direction text : The direction that the link states
// column detail text : What the link states of it, in a few words
// column passages texts : The passage
MATCH (a:Actor|Intervention|Lesson {id: $source})-[r]->(b {id: $target})
WHERE type(r) = $link
UNWIND r.passages AS passage
MATCH (p:Passage {id: passage})-[:FROM]->(s:Source)
MATCH (o:Source {id: s.origin})
RETURN p.id AS passage_id, p.text AS says, p.at AS at, p.kind AS kind, s.id AS source_id,
  s.title AS source, s.voice AS voice, coalesce(s.speaker, '') AS speaker,
  coalesce(s.published, o.published, '') AS published, coalesce(s.url, o.url, '') AS url,
  s.origin AS origin, coalesce(r.role, '') AS role, coalesce(r.direction, '') AS direction,
  coalesce(r.detail, '') AS detail, [p.id] AS passages
ORDER BY passage_id, role, direction, detail, source_id
