// title: Same strategy, different endings
// title fr: Même stratégie, issues différentes
// title es: Misma estrategia, distintos finales
// title pt: Mesma estratégia, desfechos diferentes
// use: strategies
// question: Where did the same strategy go with opposite changes, and what in the context differed?
// question fr: Où la même stratégie est-elle allée de pair avec des changements opposés, et qu'est-ce qui différait dans le contexte ?
// question es: ¿Dónde fue la misma estrategia unida a cambios opuestos y qué difería en el contexto?
// question pt: Onde é que a mesma estratégia acompanhou mudanças opostas, e o que diferia no contexto?
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
WITH i, collect([t, o]) AS pairs
MATCH (i)-[l:IN_COUNTRY|SHAPED_BY]->(x)
WITH i, pairs, x, l.passages AS told, l.origins AS heard
WITH i, pairs, collect(told) AS told, collect(heard) AS heard,
  collect(DISTINCT CASE WHEN x:Factor THEN x.name END) AS factors,
  collect(DISTINCT CASE WHEN x:Country THEN i.title + ' (' + x.name + ')' END) AS places
UNWIND pairs AS pair
WITH i, told, heard, factors, places, pair[0] AS t, pair[1] AS o
MATCH (t)<-[r:APPLIED]-(i)-[l:LED_TO]->(o)
WHERE l.direction IN ['improved', 'worsened']
WITH t, o, i, l.direction AS direction, factors, places,
  told + [r.passages, l.passages] AS told, heard + [r.origins, l.origins] AS heard
WITH t, o, count(DISTINCT CASE direction WHEN 'improved' THEN i END) AS improved,
  count(DISTINCT CASE direction WHEN 'worsened' THEN i END) AS worsened,
  collect(CASE direction WHEN 'improved' THEN places END) AS improved_in,
  collect(CASE direction WHEN 'worsened' THEN places END) AS worsened_in,
  collect(CASE direction WHEN 'improved' THEN factors END) AS helped,
  collect(CASE direction WHEN 'worsened' THEN factors END) AS hurt,
  collect(heard) AS sources, collect(told) AS passages
WITH t, o, improved, worsened, improved_in, worsened_in, sources, passages,
  reduce(all = [], some IN helped | all + some) AS helped, reduce(all = [], some IN hurt | all + some) AS hurt
RETURN t.id AS strategy_id, t.name AS strategy, o.id AS outcome_id, o.name AS outcome, improved,
  worsened, improved_in, worsened_in, [f IN helped WHERE NOT f IN hurt] AS factors_improved,
  [f IN hurt WHERE NOT f IN helped] AS factors_worsened, sources, passages
ORDER BY improved + worsened DESC, strategy_id, outcome_id
