"""Seam's node and link types, each declared once."""

from __future__ import annotations

from graph.schema import LinkType, Model, NodeType, Property

DIRECTIONS = ("improved", "mixed", "unchanged", "worsened", "unknown")
VOICES = (
    "academic",
    "certifier-or-initiative",
    "community",
    "company",
    "consultancy",
    "cooperative",
    "donor-or-multilateral",
    "government",
    "miner",
    "news",
    "ngo",
    "reference",
    "watchdog",
)
SELF_REPORTING = ("certifier-or-initiative", "company", "consultancy", "ngo")
ROLES = (
    "buyer",
    "certifier",
    "community",
    "convener",
    "critic",
    "funder",
    "implementer",
    "miners-organisation",
    "operator",
    "other",
    "owner",
    "refiner",
    "regulator",
    "researcher",
    "security",
    "technical-partner",
    "trainer",
)
ACTOR_TYPES = (
    "buyer",
    "certification-scheme",
    "community",
    "company",
    "consultancy",
    "cooperative",
    "donor",
    "financier",
    "government",
    "industry-body",
    "initiative",
    "miners-association",
    "multilateral",
    "ngo",
    "refiner",
    "research-institute",
    "technology-provider",
    "university",
)
RELATIONS = ("adds", "confirms", "contradicts", "general", "new-intervention")
LANGUAGES = ("fr", "es", "pt")

NAME = Property("name", "Name as people say it", required=True)
NAMES = tuple(Property(f"name_{code}", f"Name in the language {code}") for code in LANGUAGES)
NOTE = Property("note", "What an editor should know")
DETAIL = Property("detail", "What the passage says of it, in a few words")
GUIDES = (
    Property("wgc_chapters", "Matching chapters of the World Gold Council report", "texts"),
    Property("icmm_sections", "Matching sections of the ICMM guide", "texts"),
)

ACTORS = (
    NodeType(
        "Actor",
        "A company or a partner",
        (
            NAME,
            Property("type", "What kind of body it is", required=True, choices=ACTOR_TYPES),
            Property("aliases", "Other names it goes by", "texts"),
            Property("country", "Country it is based in, ISO 3166-1 alpha-3"),
            Property("country_source", "Where the country comes from when no case gives it"),
            Property("same_as", "The same body elsewhere: LEI, Wikidata, org-id", "texts"),
            Property("group", "A description of people, not an organisation", "flag"),
            Property("unnamed", "The source does not name it", "flag"),
            NOTE,
        ),
        abstract=True,
    ),
    NodeType("Company", "A company: mining, trading, refining or selling", base="Actor"),
    NodeType("Partner", "Anyone who is not a company", base="Actor"),
)
PLACES = (
    NodeType(
        "Country",
        "A country, by its ISO 3166-1 alpha-3 code",
        (NAME, Property("region", "Sub-region of UN M49", required=True)),
    ),
    NodeType(
        "Site",
        "A mine, town or district where something happened",
        (
            NAME,
            Property("place", "Where it lies, in words"),
            Property("latitude", "Degrees north, WGS84", "number"),
            Property("longitude", "Degrees east, WGS84", "number"),
            Property(
                "precision",
                "How close the point is to the place",
                required=True,
                choices=("mine", "town", "district", "region", "unknown"),
            ),
            Property("coordinate_source", "Where the point comes from"),
            Property("unverified_link", "Whether the place is this site is not checked", "flag"),
            NOTE,
        ),
    ),
    NodeType(
        "Year",
        "A calendar year",
        (NAME, Property("year", "The year, common era", "integer", required=True)),
        presence="proven",
    ),
)
TAXONOMY = (
    NodeType(
        "StrategyArea",
        "One of the thirteen areas of strategy of the IM4DC compendium",
        (NAME, Property("number", "Its number there", "integer"), *NAMES, *GUIDES),
    ),
    NodeType(
        "Strategy",
        "What can be done with or about artisanal miners",
        (
            NAME,
            Property("definition", "What counts as this strategy"),
            Property("aliases", "Words that sources use for it", "texts"),
            *NAMES,
            *GUIDES,
        ),
    ),
    NodeType(
        "Outcome",
        "A kind of change",
        (
            NAME,
            Property("group", "The group of outcomes it belongs to", required=True),
            Property("desired_change", "Which change counts as improved", required=True),
            Property("definition", "What counts as this outcome"),
            Property("measured_by", "What it is measured by"),
            Property("cue_phrases", "Words that sources use for it", "texts"),
            *NAMES,
        ),
    ),
    NodeType(
        "Factor",
        "Something in the context that helped or hurt",
        (
            NAME,
            Property("group", "The group of factors it belongs to", required=True),
            Property("named_in_summary", "Named in the summary of the compendium", "flag"),
            NOTE,
            *NAMES,
        ),
    ),
)
STORIES = (
    NodeType(
        "Intervention",
        "What was done with or about artisanal miners, somewhere, by somebody",
        (
            Property("title", "What it is called here", required=True),
            Property("summary", "The story in a few sentences; stands while its passages do"),
            Property("summary_passages", "The passages that the summary rests on", "texts"),
            Property("began", "First year that a BEGAN link states", "integer"),
            Property("last_described", "Last year that a source speaks of, not an end", "integer"),
        ),
        caption="title",
        presence="proven",
    ),
    NodeType(
        "Setback",
        "What went wrong in an intervention",
        (Property("text", "What went wrong, in a sentence", required=True),),
        caption="text",
        presence="proven",
    ),
    NodeType(
        "Lesson",
        "What a report or a speaker concludes: a claim, never a finding",
        (
            Property("text", "The claim", required=True),
            Property(
                "kind",
                "What kind of claim",
                required=True,
                choices=("lesson", "recommendation", "context", "warning", "opinion"),
            ),
        ),
        caption="text",
        presence="proven",
    ),
)
EVIDENCE = (
    NodeType(
        "Source",
        "A document or an interview",
        (
            Property("title", "Its title", required=True),
            Property("voice", "Who speaks", required=True, choices=VOICES),
            Property("url", "Where it can be read"),
            Property("language", "Its language, ISO 639-1"),
            Property("published", "Day, month or year of publication, ISO 8601"),
            Property("publisher", "Who published it"),
            Property("seen", "Read again when its passages were written", "flag"),
            Property("read_how", "How much of it was read"),
            Property("origin", "Id of the source it derives from in the end, else its own"),
        ),
        caption="title",
        abstract=True,
    ),
    NodeType("Page", "A page on the web", base="Source", caption="title"),
    NodeType("Report", "A published report", base="Source", caption="title"),
    NodeType("CaseStudy", "A case study of a reader's own", base="Source", caption="title"),
    NodeType(
        "Interview",
        "A published interview or statement",
        (
            Property("speaker", "Who speaks, where the source names them"),
            Property("role", "What the speaker does"),
            Property("speaks_as", "The body the speaker stands for, in the source's words"),
            Property("medium", "Form of the interview"),
            Property("interviewer", "Who asked, or where it appeared"),
            Property("consent", "Terms the speaker agreed to", required=True),
            Property(
                "independence",
                "How it stands to the other sources of the intervention",
                choices=("independent", "same-organisation", "same-page"),
            ),
            Property("relation", "What it does to what the casebook says", choices=RELATIONS),
            Property("relation_why", "Why it is taken so"),
            Property("countries", "Countries it speaks of, ISO 3166-1 alpha-3", "texts"),
            Property("core", "One of the strongest fifty", "flag"),
        ),
        base="Source",
        caption="title",
    ),
    NodeType(
        "Passage",
        "The place in a source that says something",
        (
            Property(
                "kind",
                "verbatim: the source's words; paraphrase: ours",
                required=True,
                choices=("paraphrase", "verbatim"),
            ),
            Property("text", "What it says", required=True),
            Property("at", "Where in the source", required=True),
            Property("sha256", "Checksum of the text, hexadecimal", required=True),
            Property("basis", "How it was written, where not from the page", choices=("notes",)),
        ),
        caption="text",
    ),
    NodeType(
        "Note",
        "What somebody said in a workshop; never evidence",
        (
            Property("text", "What was said", required=True),
            Property("role", "Role of who said it, never a name"),
            Property("at", "When, ISO 8601"),
            Property("workshop", "Where"),
        ),
        caption="text",
    ),
)

DEEDS = (
    LinkType(
        "TOOK_PART_IN",
        ("Actor",),
        ("Intervention",),
        "took part in",
        "An actor had a role in an intervention",
        (Property("role", "Its role", required=True, choices=ROLES), DETAIL),
    ),
    LinkType(
        "IN_COUNTRY",
        ("Intervention", "Site"),
        ("Country",),
        "in",
        "An intervention happened, or a site lies, in a country",
        structural=("Site",),
    ),
    LinkType("AT_SITE", ("Intervention",), ("Site",), "at", "An intervention happened at a site"),
    LinkType(
        "APPLIED",
        ("Intervention",),
        ("Strategy",),
        "applied",
        "An intervention applied a strategy",
    ),
    LinkType(
        "USED",
        ("Actor",),
        ("Strategy",),
        "used",
        "A speaker says that this very actor used a strategy",
        (Property("intervention", "Id of the intervention it was used in, where told"), DETAIL),
    ),
    LinkType(
        "LED_TO",
        ("Intervention",),
        ("Outcome",),
        "led to",
        "An intervention led to a change, or to none",
        (
            Property(
                "direction",
                "improved: moved in the outcome's desired change",
                required=True,
                choices=DIRECTIONS,
            ),
            DETAIL,
            Property("value", "A figure of the change", "number"),
            Property("unit", "The unit of the figure"),
        ),
    ),
    LinkType(
        "SHAPED_BY",
        ("Intervention",),
        ("Factor",),
        "shaped by",
        "Something in the context helped or hurt an intervention",
        (DETAIL,),
    ),
    LinkType(
        "WENT_WRONG",
        ("Intervention",),
        ("Setback",),
        "went wrong",
        "Something went wrong in an intervention",
    ),
    LinkType("BEGAN", ("Intervention",), ("Year",), "began in", "An intervention began in a year"),
    LinkType(
        "LAST_DESCRIBED",
        ("Intervention",),
        ("Year",),
        "last described in",
        "The last year that a source speaks of; not an end",
    ),
    LinkType(
        "FOLLOWED",
        ("Intervention",),
        ("Intervention",),
        "followed",
        "An intervention took up where another had ended",
    ),
    LinkType(
        "BECAME",
        ("Actor",),
        ("Actor",),
        "became",
        "A body was renamed, merged or bought, or what it owned was",
        (
            Property("year", "When", "integer"),
            Property("year_seen", "Whether a page states the year", "flag"),
            Property("kind", "How", required=True),
            Property(
                "scope",
                "body: the actor itself; mine: only an asset of it changed hands",
                required=True,
                choices=("body", "mine"),
            ),
            Property("from_name", "The first end, as the source puts it"),
            Property("to_name", "The second end, as the source puts it"),
            NOTE,
        ),
    ),
    LinkType(
        "ABOUT",
        ("Lesson",),
        ("StrategyArea", "Strategy", "Outcome", "Factor", "Country", "Actor", "Intervention"),
        "about",
        "A lesson, opinion or recommendation concerns something",
        (Property("direction", "The change it speaks of", choices=DIRECTIONS),),
    ),
)
STRUCTURE = (
    LinkType(
        "IN_AREA",
        ("Strategy",),
        ("StrategyArea",),
        "belongs to",
        "A strategy belongs to an area",
        structural=("Strategy",),
    ),
    LinkType(
        "FROM",
        ("Passage",),
        ("Source",),
        "from",
        "A passage stands in a source",
        structural=("Passage",),
        essential=True,
    ),
    LinkType(
        "DERIVED_FROM",
        ("Source",),
        ("Source",),
        "derived from",
        "A source tells what another told; with it, it stands and falls",
        structural=("Source",),
        essential=True,
    ),
    LinkType(
        "SPEAKS_FOR",
        ("Interview",),
        ("Actor",),
        "speaks for",
        "The speaker of an interview stands for an actor",
        structural=("Interview",),
    ),
    LinkType(
        "TELLS_OF",
        ("Interview",),
        ("Intervention",),
        "tells of",
        "An interview tells of an intervention that other sources may tell of too",
        (
            Property(
                "relation",
                "What it does to what the casebook says",
                required=True,
                choices=(*RELATIONS, "possible-match"),
            ),
        ),
        structural=("Interview",),
    ),
    LinkType(
        "ON",
        ("Note",),
        ("Actor", "Country", "Site", "Intervention", "Strategy", "StrategyArea", "Outcome"),
        "on",
        "A workshop note is on something",
        structural=("Note",),
    ),
)

MODEL = Model((*ACTORS, *PLACES, *TAXONOMY, *STORIES, *EVIDENCE), (*DEEDS, *STRUCTURE))
