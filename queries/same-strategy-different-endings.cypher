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
// param most integer = 8 : Most rows
// param listed integer = 200 : Most interventions of a row whose passages and names are listed, the first by id
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
WITH t, o, l.direction AS direction, count(DISTINCT i) AS n, min(i.id) AS first, max(i.id) AS last
WITH t, o, sum(CASE direction WHEN 'improved' THEN n ELSE 0 END) AS improved,
  sum(CASE direction WHEN 'worsened' THEN n ELSE 0 END) AS worsened, min(first) AS first, max(last) AS last
WHERE improved > 0 AND worsened > 0 AND first <> last
WITH t, o, improved, worsened ORDER BY improved + worsened DESC, t.id, o.id LIMIT $most
WITH t, o, improved, worsened, COLLECT {
  MATCH (t)<-[:APPLIED]-(u:Intervention)-[:LED_TO]->(o)
  WHERE u.improved > 0 OR u.worsened > 0
  RETURN DISTINCT u } AS tried
UNWIND tried AS i
WITH t, o, improved, worsened, i
WHERE EXISTS { MATCH (i)-[led:LED_TO]->(o) WHERE led.direction IN ['improved', 'worsened'] }
WITH t, o, improved, worsened, i ORDER BY i.id
WITH t, o, improved, worsened, collect(i)[..$listed] AS used
UNWIND used AS i
WITH t, o, improved, worsened, i, COLLECT {
  MATCH (i)-[k:IN_COUNTRY|SHAPED_BY|APPLIED|LED_TO]->(x)
  WHERE x:Country OR x:Factor OR x.id = t.id OR x.id = o.id AND k.direction IN ['improved', 'worsened']
  RETURN [CASE WHEN x:Country THEN i.title + ' (' + x.name + ')' END, CASE WHEN x:Factor THEN x.name END,
    CASE WHEN x:Outcome THEN k.direction END, k.passages, k.origins] } AS found
WITH t, o, improved, worsened, [one IN found | one[2]] AS ways,
  [one IN found WHERE one[0] IS NOT NULL | one[0]] AS places,
  [one IN found WHERE one[1] IS NOT NULL | one[1]] AS factors,
  [one IN found | one[3]] AS told, [one IN found | one[4]] AS heard
WITH t, o, improved, worsened,
  collect(CASE WHEN 'improved' IN ways THEN places END) AS improved_in,
  collect(CASE WHEN 'worsened' IN ways THEN places END) AS worsened_in,
  collect(CASE WHEN 'improved' IN ways THEN factors END) AS helped,
  collect(CASE WHEN 'worsened' IN ways THEN factors END) AS hurt,
  collect(heard) AS sources, collect(told) AS passages
WITH t, o, improved, worsened, improved_in, worsened_in, sources, passages,
  reduce(all = [], some IN helped | all + some) AS helped, reduce(all = [], some IN hurt | all + some) AS hurt
RETURN t.id AS strategy_id, t.name AS strategy, o.id AS outcome_id, o.name AS outcome, improved,
  worsened, improved_in, worsened_in, [f IN helped WHERE NOT f IN hurt] AS factors_improved,
  [f IN hurt WHERE NOT f IN helped] AS factors_worsened, sources, passages
ORDER BY improved + worsened DESC, strategy_id, outcome_id
