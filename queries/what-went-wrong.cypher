// title: What went wrong
// title fr: Ce qui a mal tourné
// title es: Lo que salió mal
// title pt: O que correu mal
// use: cases
// question: What went wrong in interventions, where, with which strategies, and who says so?
// question fr: Qu'est-ce qui a mal tourné dans les interventions, où, avec quelles stratégies, et qui le dit ?
// question es: ¿Qué salió mal en las intervenciones, dónde, con qué estrategias y quién lo dice?
// question pt: O que correu mal nas intervenções, onde, com que estratégias, e quem o diz?
// param country Country = '' : Only interventions in this country, empty for all
// param strategy Strategy = '' : Only interventions that applied this strategy, empty for all
// param actor Actor = '' : Only interventions that this actor took part in, empty for all
// param most integer = 40 : Most rows
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column setback_id Setback : What went wrong
// column went_wrong text : In the words of the record
// column countries texts : Countries that it happened in
// column strategies texts : Strategies that were applied
// column actors texts : Actors that took part
// column voices texts : Whose voices say that it went wrong
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so
MATCH (i:Intervention)-[:WENT_WRONG]->(w:Setback)
WHERE ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
  AND ($strategy = '' OR EXISTS { MATCH (i)-[:APPLIED]->(t:Strategy) WHERE t.id = $strategy })
  AND ($actor = '' OR EXISTS { MATCH (i)<-[:TOOK_PART_IN]-(a:Actor) WHERE a.id = $actor })
WITH DISTINCT i, w ORDER BY i.id, w.id LIMIT $most
WITH i, collect(w) AS wrong
MATCH (i)-[l:WENT_WRONG|IN_COUNTRY|APPLIED|TOOK_PART_IN]-(x)
WITH i, wrong, x, l.passages AS told, l.origins AS heard, l.voices AS voices
WITH i, wrong, collect(CASE WHEN x:Country THEN x.name END) AS countries,
  collect(CASE WHEN x:Strategy THEN x.name END) AS strategies,
  collect(CASE WHEN x:Actor THEN x.name END) AS actors,
  collect(CASE WHEN NOT x:Setback THEN told END) AS told,
  collect(CASE WHEN NOT x:Setback THEN heard END) AS heard,
  collect(CASE WHEN x:Setback THEN [x.id, voices, told, heard] END) AS said
UNWIND wrong AS w
RETURN i.id AS intervention_id, i.title AS intervention, w.id AS setback_id, w.text AS went_wrong,
  countries, strategies, actors, [one IN said WHERE one[0] = w.id | one[1]] AS voices,
  heard + [one IN said WHERE one[0] = w.id | one[3]] AS sources,
  told + [one IN said WHERE one[0] = w.id | one[2]] AS passages
ORDER BY intervention_id, setback_id
