// title: Partnerships that ended or faltered
// title fr: Des partenariats interrompus ou affaiblis
// title es: Alianzas que terminaron o se debilitaron
// title pt: Parcerias que terminaram ou enfraqueceram
// use: partnerships
// question: Which interventions were stopped, held up, left or taken over by another, who took part, and what is said of it?
// question fr: Quelles interventions ont été arrêtées, retardées, quittées ou reprises par une autre, qui y a pris part, et qu'en dit-on ?
// question es: ¿Qué intervenciones se detuvieron, se retrasaron, se abandonaron o fueron retomadas por otra, quién participó y qué se dice de ello?
// question pt: Que intervenções foram paradas, atrasadas, abandonadas ou retomadas por outra, quem participou, e o que se diz disso?
// param country Country = '' : Country, empty for all
// param actor Actor = '' : Company or partner that took part, empty for all
// param most integer = 100 : Most rows
// column intervention_id Intervention : The intervention
// column intervention text : Its title
// column signs texts : What tells it: intervention-continuity or relapse told to have worsened, or FOLLOWED: another intervention took up where it had ended
// column said texts : What the passages say of these outcomes, in a few words
// column countries texts : Countries it happened in
// column companies texts : Companies that took part in it
// column partners texts : Partners that took part in it
// column went_wrong texts : What went wrong in it, in the words of the records
// column factors texts : Factors told to have shaped it
// column began integer : Year it began, empty if no source states one
// column last_described integer : Last year that a source speaks of it, not an end
// column followed_by texts : Interventions that took up where it had ended
// column sources integer : Independent sources of all this
// column passages texts : The passages that say so
MATCH (o:Outcome) WHERE o.id IN ['intervention-continuity', 'relapse']
MATCH (o)<-[w:LED_TO]-(h:Intervention)
WHERE w.direction = 'worsened'
WITH collect(DISTINCT h.id) AS worsened
OPTIONAL MATCH (:Intervention)-[:FOLLOWED]->(e:Intervention)
WITH worsened, collect(DISTINCT e.id) AS followed
UNWIND worsened + followed AS id
WITH DISTINCT id
MATCH (i:Intervention {id: id})
WHERE ($country = '' OR EXISTS { MATCH (i)-[:IN_COUNTRY]->(c:Country) WHERE c.id = $country })
  AND ($actor = '' OR EXISTS { MATCH (i)<-[:TOOK_PART_IN]-(a:Actor) WHERE a.id = $actor })
WITH i ORDER BY coalesce(i.last_described, 0) DESC, i.id LIMIT $most
MATCH (i)-[l:LED_TO|FOLLOWED|IN_COUNTRY|TOOK_PART_IN|WENT_WRONG|SHAPED_BY|BEGAN|LAST_DESCRIBED]-(x)
WHERE NOT type(l) IN ['LED_TO', 'FOLLOWED'] OR (type(l) = 'FOLLOWED' AND endNode(l) = i)
  OR (l.direction = 'worsened' AND x.id IN ['intervention-continuity', 'relapse'])
WITH i, x, type(l) AS link, l.detail AS detail, l.passages AS told, l.origins AS heard
WITH i, collect(CASE link WHEN 'LED_TO' THEN x.id WHEN 'FOLLOWED' THEN link END) AS signs,
  collect(CASE link WHEN 'LED_TO' THEN detail END) AS said,
  collect(CASE link WHEN 'IN_COUNTRY' THEN x.name END) AS countries,
  collect(CASE WHEN x:Company THEN x.name END) AS companies,
  collect(CASE WHEN x:Partner THEN x.name END) AS partners,
  collect(CASE link WHEN 'WENT_WRONG' THEN x.text END) AS went_wrong,
  collect(CASE link WHEN 'SHAPED_BY' THEN x.name END) AS factors,
  collect(CASE link WHEN 'FOLLOWED' THEN x.title END) AS followed_by,
  collect(heard) AS sources, collect(told) AS passages
RETURN i.id AS intervention_id, i.title AS intervention, signs, said, countries, companies, partners,
  went_wrong, factors, i.began AS began, i.last_described AS last_described, followed_by, sources,
  passages
ORDER BY coalesce(last_described, 0) DESC, intervention_id
