// title: Gaps by strategy and outcome
// title fr: Lacunes par stratégie et par effet
// title es: Vacíos por estrategia y resultado
// title pt: Lacunas por estratégia e resultado
// use: gaps
// question: For which strategies did anyone tell how they changed an outcome, and where is nothing told, and why?
// question fr: Pour quelles stratégies quelqu'un dit-il comment elles ont changé un effet, où n'est-il rien dit, et pourquoi ?
// question es: ¿De qué estrategias contó alguien cómo cambiaron un resultado, dónde no se cuenta nada y por qué?
// question pt: De que estratégias alguém contou como mudaram um resultado, onde nada se conta e porquê?
// param area StrategyArea = 'area-mercury' : Area of strategy, empty for all thirteen
// param outcome Outcome = '' : Only this outcome, empty for all
// param group text = '' : Group of outcomes, such as environment, livelihood or peace, empty for all
// param country Country = '' : Only interventions in this country, empty for all
// param only text = '' : Only cells of this kind, as the column empty has it; - for cells with a finding; empty for all
// param most integer = 150 : Most rows
// param listed integer = 20 : Most uses, and most findings, of a row whose passages are listed, the first by id of the intervention
// column strategy_id Strategy : The strategy; those that no intervention applied are left to untried-strategies
// column strategy text : Its name
// column outcome_id Outcome : The outcome
// column outcome text : Its name
// column applied integer : Interventions that applied the strategy
// column interventions integer : Of these, those of which the outcome is told, in whatever direction
// column improved integer : Of these, with the outcome improved
// column mixed integer : Of these, with it mixed
// column unchanged integer : Of these, with it unchanged
// column worsened integer : Of these, with it worsened
// column unknown integer : Of these, with its direction unknown
// column empty text : Empty if the outcome is told to have improved, worsened or to be mixed; 'looked for, none' if it is told, but only as unchanged or of unknown direction; 'withheld' if only interviews tell of it whose speakers did not agree to be published; 'not looked for' if no source of these interventions tells of it: nothing is known, not even that nothing changed
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages that say that the strategy was applied and what came of the outcome
// chart matrix rows=strategy columns=outcome value=interventions
MATCH (y:Interview)<-[:FROM]-(j:Passage)
WHERE y.consent <> 'published'
WITH collect(j.id) AS hidden
MATCH (g:StrategyArea)
WHERE $area = '' OR g.id = $area
MATCH (g)<-[:IN_AREA]-(t:Strategy)<-[r:APPLIED]-(i:Intervention)
WITH hidden, t, i, r.passages AS said, r.origins AS of
WITH hidden, t, i, [n IN said WHERE NOT n IN hidden] AS put,
  [n IN range(0, size(said) - 1) WHERE NOT said[n] IN hidden | of[n]] AS by
WITH hidden, t, i, put, by, COUNT { MATCH (i)-[:IN_COUNTRY]->(c:Country) WHERE c.id = $country } AS there
WHERE ($country = '' OR there > 0) AND size(put) > 0
WITH hidden, t, i, put, by ORDER BY i.id
WITH hidden, t, count(DISTINCT i) AS applied, collect([i, put, by]) AS uses
WITH hidden, t, applied, uses, [row IN uses[..$listed] | row[1]] AS puts,
  [row IN uses[..$listed] | row[2]] AS bys
UNWIND uses AS row
WITH hidden, t, applied, puts, bys, row[0] AS i, row[1] AS put, row[2] AS by
OPTIONAL MATCH (i)-[l:LED_TO]->(p:Outcome)
WHERE ($group = '' OR p.group = $group) AND ($outcome = '' OR p.id = $outcome)
WITH hidden, t, applied, puts, bys, i, p, put, by, l.direction AS way, coalesce(l.passages, []) AS said,
  coalesce(l.origins, []) AS of
WITH t, applied, puts, bys, i, p, put, by, way, [n IN said WHERE NOT n IN hidden] AS told,
  [n IN range(0, size(said) - 1) WHERE NOT said[n] IN hidden | of[n]] AS heard
WITH t, applied, puts, bys, i, p, put, by, told, heard,
  CASE WHEN size(told) > 0 THEN way END AS direction
WITH t, applied, puts, bys, p, count(i) AS every,
  count(DISTINCT CASE WHEN direction IS NOT NULL THEN i END) AS interventions,
  count(DISTINCT CASE direction WHEN 'improved' THEN i END) AS improved,
  count(DISTINCT CASE direction WHEN 'mixed' THEN i END) AS mixed,
  count(DISTINCT CASE direction WHEN 'unchanged' THEN i END) AS unchanged,
  count(DISTINCT CASE direction WHEN 'worsened' THEN i END) AS worsened,
  count(DISTINCT CASE direction WHEN 'unknown' THEN i END) AS unknown,
  collect(CASE WHEN direction IS NOT NULL THEN [i.id, put, told, by, heard] END) AS found
WITH t, applied, puts, bys, collect([p, every, interventions, improved, mixed, unchanged,
  worsened, unknown, found]) AS cells
MATCH (o:Outcome)
WHERE ($group = '' OR o.group = $group) AND ($outcome = '' OR o.id = $outcome)
WITH t, applied, puts, bys, o, reduce(cell = [o, 0, 0, 0, 0, 0, 0, 0, []], one IN cells |
  CASE one[0] WHEN o THEN one ELSE cell END) AS cell
WITH t, applied, puts, bys, o, cell, CASE WHEN cell[3] + cell[4] + cell[6] > 0 THEN ''
  WHEN cell[2] > 0 THEN 'looked for, none' WHEN cell[1] > 0 THEN 'withheld' ELSE 'not looked for' END
  AS empty
WHERE $only = '' OR empty = $only OR ($only = '-' AND empty = '')
WITH t, applied, puts, bys, o, cell, empty ORDER BY t.id, o.id LIMIT $most
WITH t, applied, puts, bys, o, empty, cell[2] AS interventions, cell[3] AS improved,
  cell[4] AS mixed, cell[5] AS unchanged, cell[6] AS worsened, cell[7] AS unknown,
  CASE WHEN size(cell[8]) > 0 THEN cell[8] ELSE [['', [], [], [], []]] END AS found
UNWIND found AS one
WITH t, applied, puts, bys, o, empty, interventions, improved, mixed, unchanged, worsened,
  unknown, one[0] AS id,
  one[1] AS put, one[2] AS told, one[3] AS by, one[4] AS heard
WITH t, applied, puts, bys, o, empty, interventions, improved, mixed, unchanged, worsened,
  unknown, id,
  collect([put, told]) AS told, collect([by, heard]) AS heard ORDER BY id
WITH t, applied, puts, bys, o, empty, interventions, improved, mixed, unchanged, worsened,
  unknown,
  collect(told)[..$listed] AS told, collect(heard)[..$listed] AS heard
RETURN t.id AS strategy_id, t.name AS strategy, o.id AS outcome_id, o.name AS outcome, applied,
  interventions, improved, mixed, unchanged, worsened, unknown, empty,
  bys + heard AS sources, puts + told AS passages
ORDER BY strategy_id, outcome_id
