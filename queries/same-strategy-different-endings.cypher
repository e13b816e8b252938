// title: Same strategy, different endings
// use: strategies
// question: Where did the same strategy go with opposite changes, and what in the context differed?
// param strategy Strategy = '' : The strategy, empty for all
// param outcome Outcome = '' : The outcome, empty for all
// column strategy_id Strategy : The strategy
// column strategy text : Its name
// column outcome_id Outcome : The outcome
// column outcome text : Its name
// column improved integer : Interventions with this strategy where it improved
// column worsened integer : Interventions with this strategy where it worsened
// column improved_in texts : Those where it improved, once for each of their countries
// column worsened_in texts : Those where it worsened, once for each of their countries
// column factors_improved texts : Factors told only of those where it improved
// column factors_worsened texts : Factors told only of those where it worsened
// column sources integer : Independent sources of strategy, outcome, countries and factors
// column passages texts : The passages that say so
MATCH (t:Strategy)<-[:APPLIED]-(i:Intervention)-[l:LED_TO]->(o:Outcome)
WHERE ($strategy = '' OR t.id = $strategy) AND ($outcome = '' OR o.id = $outcome)
  AND l.direction IN ['improved', 'worsened']
WITH t, o, collect(DISTINCT i) AS used, count(DISTINCT l.direction) AS directions
WHERE size(used) > 1 AND directions = 2
UNWIND used AS i
WITH i, t, collect(o) AS outcomes
WITH i, collect({strategy: t, outcomes: outcomes}) AS uses
MATCH (i)-[l:IN_COUNTRY|SHAPED_BY]->(x)
UNWIND l.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, uses, collect({passage: passage, origin: s.origin,
  factor: CASE WHEN x:Factor THEN x.name END,
  place: CASE WHEN x:Country THEN i.title + ' (' + x.name + ')' END}) AS context
UNWIND uses AS use
WITH i, context, use.strategy AS t, use.outcomes AS outcomes
MATCH (i)-[r:APPLIED]->(t)
UNWIND r.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, context, t, outcomes, collect({passage: passage, origin: s.origin}) AS applied
UNWIND outcomes AS o
MATCH (i)-[l:LED_TO]->(o)
WHERE l.direction IN ['improved', 'worsened']
UNWIND l.passages AS passage
MATCH (:Passage {id: passage})-[:FROM]->(s:Source)
WITH i, context, t, o, applied, l.direction AS direction,
  collect({passage: passage, origin: s.origin}) AS told
UNWIND context + applied + told AS p
WITH t, o, count(DISTINCT CASE direction WHEN 'improved' THEN i END) AS improved,
  count(DISTINCT CASE direction WHEN 'worsened' THEN i END) AS worsened,
  collect(DISTINCT CASE direction WHEN 'improved' THEN p.place END) AS improved_in,
  collect(DISTINCT CASE direction WHEN 'worsened' THEN p.place END) AS worsened_in,
  collect(DISTINCT CASE direction WHEN 'improved' THEN p.factor END) AS helped,
  collect(DISTINCT CASE direction WHEN 'worsened' THEN p.factor END) AS hurt,
  count(DISTINCT p.origin) AS sources, collect(DISTINCT p.passage) AS passages
RETURN t.id AS strategy_id, t.name AS strategy, o.id AS outcome_id, o.name AS outcome, improved,
  worsened, improved_in, worsened_in, [f IN helped WHERE NOT f IN hurt] AS factors_improved,
  [f IN hurt WHERE NOT f IN helped] AS factors_worsened, sources, passages
ORDER BY improved + worsened DESC, strategy_id, outcome_id
