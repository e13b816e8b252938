// title: What the context went with
// title fr: Ce que le contexte accompagne
// title es: Con qué finales va cada contexto
// title pt: Com que desfechos anda cada contexto
// use: cases
// question: Which factors of the context went with interventions that improved something, and which with those that made something worse?
// question fr: Quels facteurs du contexte accompagnent les interventions qui ont amélioré quelque chose, et lesquels celles qui ont aggravé quelque chose ?
// question es: ¿Qué factores del contexto acompañan a las intervenciones que mejoraron algo, y cuáles a las que empeoraron algo?
// question pt: Que fatores do contexto acompanham as intervenções que melhoraram algo, e quais as que pioraram algo?
// param outcome Outcome = '' : Only what is told of this outcome, empty for any
// param strategy Strategy = '' : Only interventions that applied this strategy, empty for all
// param area StrategyArea = '' : Only interventions that applied a strategy of this area, empty for all
// param country Country = '' : Only interventions in this country, empty for all
// param least integer = 2 : Fewest interventions of a row
// param small integer = 10 : Fewer interventions than this are few
// param listed integer = 200 : Most interventions of a row whose passages are listed, the first by id
// column factor_id Factor : The factor; what is not told of the context is not known to be absent
// column factor text : Its name
// column group text : The group of factors it belongs to
// column interventions integer : Interventions that it is told to have shaped, of those of which the outcome is told
// column improved integer : Of these, with something improved and nothing worse
// column worsened integer : Of these, with something worse and nothing improved
// column both integer : Of these, with something improved and something worse
// column others integer : The other interventions of which the outcome is told, but not this factor
// column others_improved integer : Of the others, with something improved and nothing worse
// column others_worsened integer : Of the others, with something worse and nothing improved
// column others_both integer : Of the others, with something improved and something worse
// column few flag : Too few to read anything into: going together is no cause, and a few cases are no pattern
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages that say that it shaped them and what improved or became worse
MATCH (i:Intervention)-[l:LED_TO]->(o:Outcome)
WHERE ($outcome = '' OR o.id = $outcome)
  AND ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(k:Country) WHERE k.id = $country })
  AND ($strategy = '' OR EXISTS { MATCH (i)-[:APPLIED]->(t:Strategy) WHERE t.id = $strategy })
  AND ($area = '' OR EXISTS { MATCH (i)-[:APPLIED]->(:Strategy)-[:IN_AREA]->(g:StrategyArea) WHERE g.id = $area })
WITH i, l.direction AS direction
WITH i, max(CASE direction WHEN 'improved' THEN 1 ELSE 0 END) AS better,
  max(CASE direction WHEN 'worsened' THEN 1 ELSE 0 END) AS worse
WITH collect([i, better, worse]) AS every, count(i) AS held, sum(better) AS better, sum(worse) AS worse,
  sum(better * worse) AS torn
UNWIND every AS one
WITH held, better - torn AS held_improved, worse - torn AS held_worsened, torn, one[0] AS i,
  one[1] AS better, one[2] AS worse
MATCH (i)-[:SHAPED_BY]->(f:Factor)
WITH DISTINCT held, held_improved, held_worsened, torn, f, i, better, worse
ORDER BY i.id
WITH held, held_improved, held_worsened, torn, f, count(i) AS interventions, collect(i)[..$listed] AS used,
  sum(better * (1 - worse)) AS improved, sum(worse * (1 - better)) AS worsened,
  sum(better * worse) AS both
WHERE interventions >= $least
UNWIND used AS i
MATCH (i)-[s:SHAPED_BY|LED_TO]->(x)
WHERE x = f OR (s.direction IN ['improved', 'worsened'] AND ($outcome = '' OR x.id = $outcome))
WITH held, held_improved, held_worsened, torn, f, interventions, improved, worsened, both,
  s.passages AS told, s.origins AS heard
WITH held, held_improved, held_worsened, torn, f, interventions, improved, worsened, both,
  collect(told) AS passages, collect(heard) AS sources
RETURN f.id AS factor_id, f.name AS factor, f.group AS group, interventions, improved, worsened, both,
  held - interventions AS others, held_improved - improved AS others_improved,
  held_worsened - worsened AS others_worsened, torn - both AS others_both,
  interventions < $small AS few, sources, passages
ORDER BY interventions DESC, factor_id
