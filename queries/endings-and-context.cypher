// title: One strategy, its endings and their context
// title fr: Une stratégie, ses issues et leur contexte
// title es: Una estrategia, sus finales y su contexto
// title pt: Uma estratégia, os seus desfechos e o seu contexto
// use: cases
// question: Where this strategy was applied, which factors of the context were told where things improved, and which where they became worse?
// question fr: Là où cette stratégie a été appliquée, quels facteurs du contexte sont rapportés où les choses se sont améliorées, et lesquels où elles se sont aggravées ?
// question es: Donde se aplicó esta estrategia, ¿qué factores del contexto se cuentan donde algo mejoró, y cuáles donde algo empeoró?
// question pt: Onde se aplicou esta estratégia, que fatores do contexto se contam onde algo melhorou, e quais onde algo piorou?
// param strategy Strategy = 'FORM-OPCONTRACT' : The strategy
// param outcome Outcome = '' : Only what is told of this outcome, empty for any
// param country Country = '' : Only interventions in this country, empty for all
// param small integer = 10 : Fewer interventions than this are few
// param listed integer = 200 : Most interventions of a row whose passages and titles are listed, the first by id
// column factor_id Factor : The factor; what is not told of the context is not known to be absent
// column factor text : Its name
// column group text : The group of factors it belongs to
// column improved integer : Interventions that it shaped, with something improved and nothing worse
// column worsened integer : Interventions that it shaped, with something worse and nothing improved
// column both integer : Interventions that it shaped, with something improved and something worse
// column all_improved integer : All interventions with the strategy where something improved and nothing became worse, with or without the factor
// column all_worsened integer : All of them where something became worse and nothing improved
// column all_both integer : All of them where something improved and something became worse
// column improved_in texts : Titles of those that it shaped, where something improved and nothing became worse
// column worsened_in texts : Titles of those where something became worse and nothing improved
// column both_in texts : Titles of those where both happened
// column few flag : Too few to read anything into: going together is no cause, and a few cases are no pattern
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages that say that the strategy was applied, that the factor shaped it, and what improved or became worse
MATCH (t:Strategy {id: $strategy})
MATCH (t)<-[:APPLIED]-(i:Intervention)
WHERE $country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country }
WITH DISTINCT t, i
MATCH (i)-[l:LED_TO]->(o:Outcome)
WHERE $outcome = '' OR o.id = $outcome
WITH t, i, l.direction AS direction
WITH t, i, max(CASE direction WHEN 'improved' THEN 1 ELSE 0 END) AS better,
  max(CASE direction WHEN 'worsened' THEN 1 ELSE 0 END) AS worse
WHERE better + worse > 0
WITH t, collect([i, better, worse]) AS every, sum(better * (1 - worse)) AS all_improved,
  sum(worse * (1 - better)) AS all_worsened, sum(better * worse) AS all_both
UNWIND every AS one
WITH t, all_improved, all_worsened, all_both, one[0] AS i, one[1] AS better, one[2] AS worse
MATCH (i)-[:SHAPED_BY]->(f:Factor)
WITH DISTINCT t, all_improved, all_worsened, all_both, f, i, better, worse
ORDER BY i.id
WITH t, all_improved, all_worsened, all_both, f, collect(i)[..$listed] AS used,
  sum(better * (1 - worse)) AS improved, sum(worse * (1 - better)) AS worsened,
  sum(better * worse) AS both, collect(CASE WHEN worse = 0 THEN i.title END)[..$listed] AS improved_in,
  collect(CASE WHEN better = 0 THEN i.title END)[..$listed] AS worsened_in,
  collect(CASE WHEN better + worse = 2 THEN i.title END)[..$listed] AS both_in
UNWIND used AS i
MATCH (i)-[s:SHAPED_BY|APPLIED|LED_TO]->(x)
WHERE x = f OR x = t
  OR (s.direction IN ['improved', 'worsened'] AND ($outcome = '' OR x.id = $outcome))
WITH all_improved, all_worsened, all_both, f, improved, worsened, both, improved_in, worsened_in,
  both_in, s.passages AS told, s.origins AS heard
WITH all_improved, all_worsened, all_both, f, improved, worsened, both, improved_in, worsened_in,
  both_in, collect(told) AS passages, collect(heard) AS sources
RETURN f.id AS factor_id, f.name AS factor, f.group AS group, improved, worsened, both, all_improved,
  all_worsened, all_both, improved_in, worsened_in, both_in,
  improved + worsened + both < $small AS few, sources, passages
ORDER BY improved + worsened + both DESC, factor_id
