// title: Tried and abandoned
// title fr: Essayé, puis abandonné
// title es: Probado y abandonado
// title pt: Tentado e abandonado
// use: strategies
// question: Where did an intervention with this strategy stop, falter or fall back, what went wrong, and was the strategy applied there again?
// question fr: Où une intervention avec cette stratégie s'est-elle arrêtée, affaiblie ou défaite, qu'est-ce qui a mal tourné, et la stratégie y a-t-elle été appliquée de nouveau ?
// question es: ¿Dónde se detuvo, se debilitó o retrocedió una intervención con esta estrategia, qué salió mal, y se aplicó allí de nuevo la estrategia?
// question pt: Onde parou, enfraqueceu ou recuou uma intervenção com esta estratégia, o que correu mal, e voltou a estratégia a ser aplicada ali?
// param strategy Strategy = '' : Strategy, empty for all
// param country Country = '' : Country, empty for all
// param most integer = 50 : Most rows
// column strategy_id Strategy : The strategy
// column strategy text : Its name
// column country_id Country : The country
// column country text : Its name
// column interventions integer : Interventions there that applied the strategy
// column abandoned integer : Of these, those whose intervention-continuity or relapse is told to have worsened: stopped, held up, cut back, left or fallen back; not all of them ended
// column abandoned_in texts : Their titles
// column said texts : What the passages say of these two outcomes, in a few words
// column went_wrong texts : What went wrong in them, in the words of the records
// column factors texts : Factors told to have shaped them
// column later integer : Other interventions there that applied it, are not told to be abandoned, and began in a later year than the first of these; those whose year no source states are not counted
// column later_in texts : Their titles
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so
// chart bars rows=strategy value=abandoned
MATCH (o:Outcome)
WHERE o.id IN ['intervention-continuity', 'relapse']
MATCH (o)<-[w:LED_TO]-(h:Intervention)
WHERE w.direction = 'worsened'
WITH DISTINCT h
MATCH (h)-[:IN_COUNTRY]->(c:Country)
WHERE $country = '' OR c.id = $country
MATCH (h)-[:APPLIED]->(t:Strategy)
WHERE $strategy = '' OR t.id = $strategy
WITH t, c, collect(DISTINCT h) AS gone, min(h.began) AS since
WITH t, c, gone, size(gone) AS abandoned, since
ORDER BY abandoned DESC, t.id, c.id LIMIT $most
WITH c, collect(t) AS wanted, collect([t, gone, abandoned, since]) AS tried
MATCH (c)<-[:IN_COUNTRY]-(v:Intervention)-[:APPLIED]->(s:Strategy)
WHERE s IN wanted
WITH c, tried, s, collect(DISTINCT v) AS used
UNWIND [one IN tried WHERE one[0] = s] AS row
WITH s AS t, c, used, row[1] AS gone, row[2] AS abandoned, row[3] AS since
WITH t, c, used, gone, abandoned, since, size(used) AS interventions,
  size([v IN used WHERE v.began > since AND NOT v IN gone]) AS later
UNWIND used AS i
WITH t, c, i, i IN gone AS ended, i.began > since AS after, abandoned, interventions, later
MATCH (i)-[l:APPLIED|IN_COUNTRY|BEGAN|LED_TO|WENT_WRONG|SHAPED_BY]->(x)
WHERE x = t OR x = c OR (type(l) = 'BEGAN' AND (ended OR after))
  OR (ended AND (type(l) IN ['WENT_WRONG', 'SHAPED_BY']
    OR (l.direction = 'worsened' AND x.id IN ['intervention-continuity', 'relapse'])))
WITH t, c, i, ended, after, abandoned, interventions, later, x, type(l) AS link,
  l.detail AS detail, l.passages AS told, l.origins AS heard
WITH t, c, max(interventions) AS interventions, max(abandoned) AS abandoned, max(later) AS later,
  collect(DISTINCT CASE WHEN ended THEN i.title END) AS abandoned_in,
  collect(DISTINCT CASE WHEN after AND NOT ended THEN i.title END) AS later_in,
  collect(CASE link WHEN 'LED_TO' THEN detail END) AS said,
  collect(CASE link WHEN 'WENT_WRONG' THEN x.text END) AS went_wrong,
  collect(CASE link WHEN 'SHAPED_BY' THEN x.name END) AS factors,
  collect(heard) AS sources, collect(told) AS passages
RETURN t.id AS strategy_id, t.name AS strategy, c.id AS country_id, c.name AS country, interventions,
  abandoned, abandoned_in, said, went_wrong, factors, later, later_in, sources, passages
ORDER BY abandoned DESC, strategy_id, country_id
