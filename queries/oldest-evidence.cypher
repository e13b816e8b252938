// title: What rests on the oldest evidence
// title fr: Ce qui repose sur les preuves les plus anciennes
// title es: Lo que descansa en las pruebas más antiguas
// title pt: O que assenta nas provas mais antigas
// use: evidence
// question: Of which interventions has nothing newer been published for longest?
// question fr: Sur quelles interventions rien de plus récent n'a été publié depuis le plus longtemps ?
// question es: ¿Sobre qué intervenciones no se publica nada más nuevo desde hace más tiempo?
// question pt: Sobre que intervenções não se publica nada mais recente há mais tempo?
// param country Country = '' : Only interventions in this country, empty for all
// param strategy Strategy = '' : Only interventions that applied this strategy, empty for all
// param most integer = 20 : Most rows
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column countries texts : Countries that it happened in
// column year integer : Year in which the newest of its sources was published, none if no source tells when it was: these rows come last
// column last_described integer : The last year that a source speaks of, none if no source says
// column improved integer : Outcomes told to have improved
// column worsened integer : Outcomes told to have worsened
// column voices texts : Whose voices tell of it
// column sources integer : Independent sources of it
// column passages texts : All the passages on its links
MATCH (i:Intervention)
WHERE ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
  AND ($strategy = '' OR EXISTS { MATCH (i)-[:APPLIED]->(t:Strategy) WHERE t.id = $strategy })
WITH i, coalesce(i.newest, 9999) AS newest ORDER BY newest, i.id LIMIT $most
MATCH (i)-[l]-(x)
WHERE size(l.passages) > 0
WITH i, newest, CASE type(l) WHEN 'IN_COUNTRY' THEN x.name END AS country, l.passages AS told,
  l.origins AS heard, l.voices AS voices
WITH i, newest, collect(country) AS countries, collect(voices) AS voices, collect(heard) AS sources,
  collect(told) AS passages
RETURN i.id AS intervention_id, i.title AS intervention, countries, i.newest AS year,
  i.last_described AS last_described, i.improved AS improved, i.worsened AS worsened, voices, sources,
  passages
ORDER BY newest, intervention_id
