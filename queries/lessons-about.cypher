// title: What people conclude about something
// title fr: Ce que l'on en conclut
// title es: Qué se concluye de algo
// title pt: O que se conclui de algo
// use: cases
// question: Which lessons, opinions and recommendations are told about this, and by whom? They are claims, not findings.
// question fr: Quelles leçons, opinions et recommandations en parlent, et de qui viennent-elles ? Ce sont des avis, pas des constats.
// question es: ¿Qué lecciones, opiniones y recomendaciones hay sobre esto, y de quién? Son afirmaciones, no hallazgos.
// question pt: Que lições, opiniões e recomendações há sobre isto, e de quem? São afirmações, não constatações.
// param about text = 'area-formalisation' : Id of an area of strategy, strategy, outcome, factor, country, actor or intervention; an area takes in its strategies
// param kind text = '' : lesson, recommendation, opinion, warning or context, empty for all
// param voice text = '' : Only what this voice says, such as miner, government or ngo, empty for all
// param most integer = 50 : Most rows
// column lesson_id Lesson : The claim
// column lesson text : In the words of the record
// column kind text : What kind of claim it is
// column about texts : All that it is about
// column voices texts : Whose voices say it
// column speakers texts : Who says it, where an interview tells; only those who agreed to be published
// column source_titles texts : Titles of the sources it stands in
// column sources integer : Independent sources of it
// column passages texts : The passages that say so
MATCH (m:Lesson)-[:ABOUT]->(x)
WHERE (x.id = $about OR EXISTS { MATCH (x)-[:IN_AREA]->(g:StrategyArea) WHERE g.id = $about })
  AND ($kind = '' OR m.kind = $kind)
WITH DISTINCT m
MATCH (m)-[l:ABOUT]->(y)
WITH m, coalesce(y.name, y.title) AS name, l.passages AS told, l.origins AS heard, l.voices AS voices
UNWIND range(0, size(told) - 1) AS n
WITH m, name, told[n] AS passage, heard[n] AS origin, voices[n] AS voice
WHERE $voice = '' OR voice = $voice
MATCH (p:Passage {id: passage})-[:FROM]->(s:Source)
WHERE coalesce(s.consent, 'published') = 'published'
WITH m, collect(DISTINCT name) AS about, collect(DISTINCT voice) AS voices,
  collect(DISTINCT s.speaker) AS speakers, collect(DISTINCT s.title) AS source_titles,
  collect(DISTINCT origin) AS sources, collect(DISTINCT passage) AS passages
WITH m, about, voices, speakers, source_titles, sources, passages ORDER BY m.kind, m.id LIMIT $most
RETURN m.id AS lesson_id, m.text AS lesson, m.kind AS kind, about, voices, speakers, source_titles,
  sources, passages
ORDER BY kind, lesson_id
