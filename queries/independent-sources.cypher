// title: Independent sources of a story
// title fr: Sources indépendantes d'une histoire
// title es: Fuentes independientes de una historia
// title pt: Fontes independentes de uma história
// use: evidence
// question: Which independent sources tell of this intervention, what does each add, and which only repeat another?
// question fr: Quelles sources indépendantes parlent de cette intervention, qu'apporte chacune, et lesquelles ne font que répéter une autre ?
// question es: ¿Qué fuentes independientes cuentan esta intervención, qué aporta cada una y cuáles solo repiten a otra?
// question pt: Que fontes independentes falam desta intervenção, o que traz cada uma, e quais só repetem outra?
// param intervention Intervention = 'per-col-bol-sbgi' : The intervention
// param outcome Outcome = '' : Only what is told of this outcome, empty for all
// column source_id Source : The source that the others derive from
// column source text : Its title
// column voices texts : Whose voices it and its copies bring
// column published text : Day, month or year of publication, empty if it is not known
// column url text : Where it can be read, empty if nowhere
// column copies texts : Titles of the sources that repeat it, and count no more
// column facts integer : Facts about the intervention that it tells
// column alone integer : Of these, those that no other independent source tells
// column improved integer : Of these facts, outcomes that improved
// column worsened integer : Of these facts, outcomes that worsened
// column sources integer : Always one: the copies count no more
// column passages texts : The passages that say so
MATCH (i:Intervention {id: $intervention})-[l]-(x)
WHERE size(l.passages) > 0 AND ($outcome = '' OR x.id = $outcome)
WITH type(l) AS link, x.id AS target, coalesce(l.role, '') AS role, coalesce(l.detail, '') AS detail,
  coalesce(l.direction, '') AS direction, l.passages AS told, l.origins AS heard, l.voices AS voices
WITH link + target + role + detail + direction AS fact, direction, told, heard, voices,
  size([n IN heard WHERE n <> heard[0]]) = 0 AS single
UNWIND range(0, size(told) - 1) AS n
WITH fact, direction, single, told[n] AS passage, heard[n] AS origin, voices[n] AS voice
MATCH (p:Passage {id: passage})-[:FROM]->(s:Source)
WITH origin, collect(voice) AS voices, collect(DISTINCT CASE WHEN s.id <> origin THEN s.title END) AS copies,
  count(DISTINCT fact) AS facts, count(DISTINCT CASE WHEN single THEN fact END) AS alone,
  count(DISTINCT CASE direction WHEN 'improved' THEN fact END) AS improved,
  count(DISTINCT CASE direction WHEN 'worsened' THEN fact END) AS worsened, collect(passage) AS passages
MATCH (o:Source {id: origin})
RETURN origin AS source_id, o.title AS source, voices, coalesce(o.published, '') AS published,
  coalesce(o.url, '') AS url, copies, facts, alone, improved, worsened, [origin] AS sources, passages
ORDER BY alone DESC, facts DESC, source_id
