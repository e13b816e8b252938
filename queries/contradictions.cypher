// title: Contradictions between sources
// title fr: Contradictions entre les sources
// title es: Contradicciones entre fuentes
// title pt: Contradições entre fontes
// use: evidence
// question: Where do independent sources tell opposite things of the same outcome?
// question fr: Où des sources indépendantes disent-elles le contraire d'un même résultat ?
// question es: ¿Dónde dicen fuentes independientes cosas opuestas del mismo resultado?
// question pt: Onde é que fontes independentes dizem coisas opostas do mesmo resultado?
// param country Country = '' : Country, empty for all
// param outcome Outcome = '' : The outcome, empty for all
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column countries texts : Countries it happened in
// column outcome_id Outcome : The outcome
// column outcome text : Its name
// column one_side text : Direction that the one side tells: improved
// column says_one texts : What it says, in a few words
// column voices_one texts : Who speaks for it
// column other_side text : Direction that the other side tells: worsened or unchanged
// column says_other texts : What it says, in a few words
// column voices_other texts : Who speaks for it
// column sources integer : Independent sources of both sides and of the countries
// column passages texts : The passages of both sides and of the countries
MATCH (i:Intervention)-[l:LED_TO]->(o:Outcome)
WHERE l.direction IN ['improved', 'unchanged', 'worsened'] AND ($outcome = '' OR o.id = $outcome)
WITH i, o, collect(DISTINCT l.direction) AS directions
WHERE 'improved' IN directions AND size(directions) > 1
UNWIND directions AS other
MATCH (i)-[l:LED_TO]->(o)
WHERE other <> 'improved' AND l.direction IN ['improved', other]
UNWIND l.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, o, other,
  collect(DISTINCT CASE l.direction WHEN 'improved' THEN l.detail END) AS says_one,
  collect(DISTINCT CASE l.direction WHEN other THEN l.detail END) AS says_other,
  collect(DISTINCT CASE l.direction WHEN 'improved' THEN s.voice END) AS voices_one,
  collect(DISTINCT CASE l.direction WHEN other THEN s.voice END) AS voices_other,
  collect(DISTINCT s.origin) AS heard, collect(DISTINCT passage) AS told
WHERE size(heard) > 1
MATCH (i)-[p:IN_COUNTRY]->(c:Country)
WITH i, o, other, says_one, says_other, voices_one, voices_other, heard, told, c.id AS country_id,
  c.name AS country, p.passages AS said, p.origins AS by
WITH i, o, other, says_one, says_other, voices_one, voices_other, heard, told,
  collect(country_id) AS country_ids, collect(country) AS countries, collect(said) AS said,
  collect(by) AS by
WHERE $country = '' OR $country IN country_ids
RETURN i.id AS intervention_id, i.title AS intervention, countries, o.id AS outcome_id,
  o.name AS outcome, 'improved' AS one_side, says_one, voices_one, other AS other_side, says_other,
  voices_other, by + [heard] AS sources, said + [told] AS passages
ORDER BY intervention_id, outcome_id, other_side
