// title: Gaps by area and country
// title fr: Lacunes par domaine et par pays
// title es: Vacíos por ámbito y país
// title pt: Lacunas por domínio e país
// use: gaps
// question: In which country was each of the thirteen areas of strategy tried, what came of it, and which cells are empty, and why?
// question fr: Dans quel pays chacun des treize domaines de stratégie a-t-il été essayé, avec quel résultat, quelles cases sont vides, et pourquoi ?
// question es: ¿En qué país se probó cada uno de los trece ámbitos de estrategia, con qué resultado, y qué casillas están vacías y por qué?
// question pt: Em que país foi tentado cada um dos treze domínios de estratégia, com que resultado, e que casas estão vazias e porquê?
// param country Country = 'GHA' : Country, empty for all that have an intervention
// param area StrategyArea = '' : Area of strategy, empty for all thirteen
// param only text = '' : Only cells of this kind, as the column empty has it; - for cells with a finding; empty for all
// param most integer = 600 : Most rows
// param listed integer = 20 : Most interventions of a row whose passages are listed, the first by id
// column country_id Country : The country
// column country text : Its name
// column area_id StrategyArea : The area of strategy
// column area text : Its name
// column interventions integer : Interventions there that applied a strategy of the area
// column improved integer : Of these, with an outcome that improved
// column mixed integer : Of these, with a mixed outcome
// column unchanged integer : Of these, with an outcome that did not change
// column worsened integer : Of these, with an outcome that worsened
// column unknown integer : Of these, with an outcome of unknown direction
// column self_reported integer : Of those that improved, told so only by those who ran it
// column last_year integer : The latest year that a source describes, none if no source says
// column empty text : Empty if an outcome is told to have improved, worsened or to be mixed; 'looked for, none' if an intervention or a lesson is told, but no such outcome; 'withheld' if only interviews tell of it whose speakers did not agree to be published; 'not looked for' if no source speaks of it: nothing is known, not even that nothing happened
// column sources integer : Independent sources of the passages listed
// column passages texts : The passages that say so; none where nothing is told or all is withheld
// chart matrix rows=country columns=area value=interventions
MATCH (y:Interview)<-[:FROM]-(j:Passage)
WHERE y.consent <> 'published'
WITH collect(j.id) AS hidden
UNWIND CASE WHEN size(hidden) = 0 THEN [] ELSE [hidden] END AS hide
MATCH (b:Intervention)-[k:APPLIED|IN_COUNTRY|LED_TO]->(z)
OPTIONAL MATCH (z)-[:IN_AREA]->(h:StrategyArea)
WITH coalesce(k.direction, h.id, z.id) + b.id AS what,
  size([n IN k.passages WHERE NOT n IN hide]) AS open
WITH what, max(open) AS open
WHERE open = 0
WITH collect(what) AS closed
OPTIONAL MATCH (v:Interview)<-[:FROM]-(p:Passage)
WHERE v.consent <> 'published'
WITH closed, collect(p.id) AS hidden
MATCH (c:Country)
WHERE $country = '' OR c.id = $country
WITH closed, hidden, c, COUNT { MATCH (c)<-[:IN_COUNTRY]-(:Intervention) } AS held
WHERE held > 0
OPTIONAL MATCH (c)<-[:IN_COUNTRY]-(i:Intervention)-[:APPLIED]->(:Strategy)-[:IN_AREA]->(g:StrategyArea)
WHERE $area = '' OR g.id = $area
WITH DISTINCT closed, hidden, c, g, i
WITH closed, hidden, c, g, i ORDER BY i.id
WITH closed, hidden, c, g, collect(i) AS done
WITH closed, hidden, c, collect([g, done]) AS cells, collect(g) AS known
WITH closed, hidden, c, cells, COLLECT {
    MATCH (c)<-[s:ABOUT]-(:Lesson)-[t:ABOUT]->(:Strategy)-[:IN_AREA]->(f:StrategyArea)
    RETURN [f.id, s.passages, t.passages, s.origins, t.origins] } AS of_strategies, COLLECT {
    MATCH (c)<-[u:ABOUT]-(:Lesson)-[e:ABOUT]->(w:StrategyArea)
    RETURN [w.id, u.passages, e.passages, u.origins, e.origins] } AS of_areas
MATCH (a:StrategyArea)
WHERE $area = '' OR a.id = $area
WITH closed, hidden, c, a, [claim IN of_strategies WHERE claim[0] = a.id] AS on_strategies,
  [claim IN of_areas WHERE claim[0] = a.id] AS on_area,
  reduce(every = [], cell IN cells | CASE cell[0] WHEN a THEN cell[1] ELSE every END) AS every
WITH closed, hidden, c, a, on_strategies + on_area AS claims, every
WITH closed, hidden, c, a, claims, every, [claim IN claims
    WHERE any(n IN claim[1] WHERE NOT n IN hidden) AND any(n IN claim[2] WHERE NOT n IN hidden)] AS said,
  CASE size(closed) WHEN 0 THEN every ELSE
    [o IN every WHERE NOT a.id + o.id IN closed AND NOT c.id + o.id IN closed] END AS done
WITH closed, hidden, c, a, said, done, CASE
    WHEN any(o IN done WHERE (o.improved > 0 AND (size(closed) = 0 OR NOT 'improved' + o.id IN closed))
      OR (o.mixed > 0 AND (size(closed) = 0 OR NOT 'mixed' + o.id IN closed))
      OR (o.worsened > 0 AND (size(closed) = 0 OR NOT 'worsened' + o.id IN closed))) THEN ''
    WHEN size(done) > 0 OR size(said) > 0 THEN 'looked for, none'
    WHEN size(every) > 0 OR size(claims) > 0 THEN 'withheld'
    ELSE 'not looked for' END AS empty
WHERE $only = '' OR empty = $only OR ($only = '-' AND empty = '')
WITH closed, hidden, c, a, said, done, empty ORDER BY c.id, a.number, a.id LIMIT $most
WITH hidden, c, a, said, empty, done, size(done) AS interventions,
  size([o IN done WHERE o.improved > 0 AND NOT 'improved' + o.id IN closed]) AS improved,
  size([o IN done WHERE o.mixed > 0 AND NOT 'mixed' + o.id IN closed]) AS mixed,
  size([o IN done WHERE o.unchanged > 0 AND NOT 'unchanged' + o.id IN closed]) AS unchanged,
  size([o IN done WHERE o.worsened > 0 AND NOT 'worsened' + o.id IN closed]) AS worsened,
  size([o IN done WHERE o.unknown > 0 AND NOT 'unknown' + o.id IN closed]) AS unknown,
  size([o IN done WHERE o.improved > 0 AND o.confirmed = 0 AND NOT 'improved' + o.id IN closed])
    AS self_reported, COLLECT { MATCH (a)<-[:IN_AREA]-(q:Strategy) RETURN q } AS within
WITH hidden, c, a, within, said, empty, done[..$listed] AS used, interventions, improved, mixed, unchanged,
  worsened, unknown, self_reported
UNWIND CASE interventions WHEN 0 THEN [c] ELSE used END AS i
OPTIONAL MATCH (i)-[l:IN_COUNTRY|APPLIED|LED_TO|LAST_DESCRIBED]->(x)
WHERE x = c OR x IN within OR x:Outcome OR x:Year
WITH hidden, c, a, said, empty, interventions, improved, mixed, unchanged, worsened, unknown,
  self_reported, x.year AS year, coalesce(l.passages, []) AS told, coalesce(l.origins, []) AS heard
WITH c, a, said, empty, interventions, improved, mixed, unchanged, worsened, unknown, self_reported,
  year, [n IN range(0, size(told) - 1) WHERE NOT told[n] IN hidden | [told[n], heard[n]]] AS shown
WITH c, a, said, empty, interventions, improved, mixed, unchanged, worsened, unknown, self_reported,
  max(CASE WHEN size(shown) > 0 THEN year END) AS last_year,
  collect([one IN shown | one[0]]) AS told, collect([one IN shown | one[1]]) AS heard
RETURN c.id AS country_id, c.name AS country, a.id AS area_id, a.name AS area, interventions, improved,
  mixed, unchanged, worsened, unknown, self_reported, last_year, empty,
  heard + [claim IN said | [claim[3], claim[4]]] AS sources,
  told + [claim IN said | [claim[1], claim[2]]] AS passages
ORDER BY country_id, a.number, area_id
