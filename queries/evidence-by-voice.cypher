// title: Evidence by voice
// title fr: Les preuves par voix
// title es: Las pruebas según quién habla
// title pt: As provas segundo quem fala
// use: evidence
// question: Whose voices tell what came of interventions, and does each tell of other endings?
// question fr: Quelles voix disent ce que les interventions ont donné, et chacune parle-t-elle d'autres issues ?
// question es: ¿Qué voces cuentan qué resultó de las intervenciones, y cuenta cada una otros finales?
// question pt: Que vozes contam o que resultou das intervenções, e conta cada uma outros desfechos?
// param strategy Strategy = '' : Only interventions that applied this strategy, empty for all
// param outcome Outcome = '' : Only this outcome, empty for all
// param country Country = '' : Only interventions in this country, empty for all
// param listed integer = 200 : Most interventions whose passages are listed: the first by id, whatever the voice, and the first of each voice
// column voice text : Whose voice it is
// column interventions integer : Interventions of which it tells an outcome
// column improved integer : Of these, with an outcome that it says improved
// column mixed integer : Of these, with an outcome that it says was mixed
// column unchanged integer : Of these, with an outcome that it says did not change
// column worsened integer : Of these, with an outcome that it says worsened
// column unknown integer : Of these, with an outcome whose direction it leaves open
// column alone integer : Of these, with an outcome that no other voice tells
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages of this voice that say so
// chart bars rows=voice value=interventions
MATCH (i:Intervention)-[l:LED_TO]->(o:Outcome)
WHERE ($outcome = '' OR o.id = $outcome)
  AND ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
  AND ($strategy = '' OR EXISTS { MATCH (i)-[:APPLIED]->(t:Strategy) WHERE t.id = $strategy })
WITH i, l.direction AS direction, l.voices AS voices
WITH i, direction, voices, size([v IN voices WHERE v <> voices[0]]) = 0 AS single
UNWIND CASE WHEN single THEN voices[..1] ELSE voices END AS voice
WITH voice, min(i.id) AS first, count(DISTINCT i) AS interventions,
  count(DISTINCT CASE direction WHEN 'improved' THEN i END) AS improved,
  count(DISTINCT CASE direction WHEN 'mixed' THEN i END) AS mixed,
  count(DISTINCT CASE direction WHEN 'unchanged' THEN i END) AS unchanged,
  count(DISTINCT CASE direction WHEN 'worsened' THEN i END) AS worsened,
  count(DISTINCT CASE direction WHEN 'unknown' THEN i END) AS unknown,
  count(DISTINCT CASE WHEN single THEN i END) AS alone
WITH collect([voice, interventions, improved, mixed, unchanged, worsened, unknown, alone]) AS rows,
  collect(DISTINCT first) AS firsts
MATCH (j:Intervention)
WHERE ($outcome = '' OR EXISTS { MATCH (j)-[:LED_TO]->(p:Outcome) WHERE p.id = $outcome })
  AND ($country = '' OR EXISTS { MATCH (j)-[:IN_COUNTRY]->(c:Country) WHERE c.id = $country })
  AND ($strategy = '' OR EXISTS { MATCH (j)-[:APPLIED]->(s:Strategy) WHERE s.id = $strategy })
WITH rows, firsts, j ORDER BY j.id LIMIT $listed
WITH rows, firsts, collect(j.id) AS ids
UNWIND ids + [one IN firsts WHERE NOT one IN ids] AS id
MATCH (u:Intervention {id: id})-[m:LED_TO]->(q:Outcome)
WHERE $outcome = '' OR q.id = $outcome
WITH rows, m.voices AS voices, m.passages AS said, m.origins AS heard
UNWIND range(0, size(said) - 1) AS n
WITH rows, voices[n] AS voice, said[n] AS told, heard[n] AS source
WITH rows, voice, collect(told) AS passages, collect(source) AS sources
WITH voice, passages, sources, reduce(found = [], one IN rows | CASE one[0] WHEN voice THEN one ELSE found END) AS row
RETURN voice, row[1] AS interventions, row[2] AS improved, row[3] AS mixed, row[4] AS unchanged,
  row[5] AS worsened, row[6] AS unknown, row[7] AS alone, sources, passages
ORDER BY interventions DESC, voice
