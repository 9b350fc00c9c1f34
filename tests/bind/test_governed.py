"""What a verb or a noun before a figure says of it, and where a predicate ends."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

VERBS = [
    P(
        "The fund bought 196 goats and repaired stone wells in 11 villages.",
        "11",
        {"indicator": ("repaired stone wells", "prose.object")},
        id="a second deed with an object of two words",
    ),
    P(
        "The fund trained 30 cooks and displaced farm families in 11 villages.",
        "11",
        {"indicator": ("trained", "prose.object")},
        id="people behind a participle that is theirs",
    ),
    P(
        "The fund trained 30 cooks and provided food baskets to 11 families.",
        "11",
        {"indicator": ("provided food baskets", "prose.verb")},
        id="a second deed for others",
    ),
    *(
        P(
            f"The fund {first} and {goods} {lead} 11 villages.",
            "11",
            {"indicator": (first.split()[0], "prose.object")},
            id=f"no second deed: {goods}",
        )
        for first, goods, lead in (
            ("brought 40 tents", "processed foods", "to"),
            ("bought 4 tonnes", "improved wheat seeds", "for"),
            ("supplied 40 tents", "assorted kitchen items", "to"),
            ("distributed 400 nets", "treated water tablets", "in"),
            ("shipped 40 trucks", "armoured vehicles", "to"),
            ("delivered 40 kits", "dried fruits", "to"),
        )
    ),
    *(
        P(text, quote, {"indicator": (said, "prose.subject")}, id=f"a result: {said}")
        for text, quote, said in (
            ("The plan resulted in savings, totalling USD 3 million.", "USD 3 million", "savings"),
            ("Talks ended in pledges, totalling USD 3 million.", "USD 3 million", "pledges"),
            ("The state invested in roads, totalling USD 3 million.", "USD 3 million", "roads"),
            ("Loans became grants, totalling USD 3 million.", "USD 3 million", "grants"),
            ("The workers remained volunteers, totalling 40.", "40", "volunteers"),
            (
                "Farmers invested in pumps in the north, totalling 40.",
                "40",
                "pumps in the north",
            ),
        )
    ),
    P(
        "There was a reduction of 11 per cent in summer.",
        "11 per cent",
        {"indicator": ("reduction", "prose.amount_of")},
        id="a change and when it was",
    ),
    P(
        "Output grew in the northern villages, reaching 300 tonnes.",
        "300 tonnes",
        {"indicator": ("Output", "prose.subject")},
        id="a result of the subject, past where",
    ),
    P(
        "The fund made grants in three villages, averaging USD 40.",
        "USD 40",
        {"indicator": ("grants", "prose.subject")},
        id="a result of the object, past where",
    ),
    P(
        "The harvest remained strong, reaching 300 tonnes.",
        "300 tonnes",
        {"indicator": ("harvest", "prose.subject")},
        id="a result of what stayed so",
    ),
    P(
        "The main cost was timber for the port, accounting for 86 per cent of spending.",
        "86 per cent",
        {"indicator": ("timber for the port", "prose.subject")},
        id="a result of what something was",
    ),
    P(
        "There was a rise in exports, reaching USD 40 million.",
        "USD 40 million",
        {"indicator": ("rise in exports", "prose.subject")},
        id="`in` that belongs to a change",
    ),
    P(
        "There was an increase of 11 per cent in the price of oil.",
        "11 per cent",
        {"indicator": ("increase in price of oil", "prose.amount_of")},
        id="a change and what changed",
    ),
    P(
        "There was an increase of 11 per cent in Lorn.",
        "11 per cent",
        {"indicator": ("increase", "prose.amount_of")},
        id="a change and where",
    ),
    P(
        "8 in 10 boats are old, as are 6 in 10 barges.",
        "6 in 10",
        {"indicator": ("old", "prose.gapped")},
        id="the same of others",
    ),
    P(
        "Of the boats 8 per cent leak, and as many as 6 per cent sank.",
        "6 per cent",
        {"indicator": ("sank", "prose.predicate")},
        id="`as many as` is no likening",
    ),
    P(
        "Some 48 boats were found, and the remaining 12 are still missing.",
        "12",
        {"indicator": ("missing", "prose.predicate")},
        id="what is said of the rest",
    ),
    P(
        "Installed 10 hand pumps in 12 villages of the north.",
        "12",
        {"indicator": ("Installed", "prose.object")},
        id="a verb governs over the figure between",
    ),
    P(
        "Repair 300 boats before the rains.",
        "300",
        {"indicator": ("Repair boats", "prose.object")},
        id="an imperative opens an item",
    ),
    P(
        "The team visited 30 ports and spoke with 40 nurses.",
        "40",
        {"indicator": ("spoke", "prose.verb")},
        id="a past form after `and` is a verb",
    ),
    P(
        "The plan contains 40 drawings of the port.",
        "40",
        {"indicator": ("drawings of the port", "prose.object")},
        id="a verb that says nothing of its object",
    ),
    P(
        "The union distributed 300 nets to 120 families.",
        "120",
        {
            "indicator": ("distributed nets", "prose.recipients"),
            "population": ("families", "prose.counted_group"),
        },
        id="who has the things counted before",
    ),
    P(
        "The union referred 460 patients for surgery.",
        "460",
        {"indicator": ("referred", "prose.verb")},
        id="what is done with people, not what for",
    ),
    P(
        "A visit takes two days.",
        "two days",
        {"indicator": ("visit", "prose.said_left")},
        id="what takes so long",
    ),
    P(
        "The nurse slept for two hours.",
        "two hours",
        {"indicator": ("slept", "prose.said_left")},
        id="the verb that a duration completes",
    ),
    P(
        "The cards are valid for two years.",
        "two years",
        {"indicator": ("valid", "prose.said_left")},
        id="what a copula says of what lasts",
    ),
    P(
        "The council met twice in the two years.",
        "two years",
        {"indicator": None},
        id="a period does not last",
    ),
    P(
        "We ask the council and all its partners and friends to light every post by May 2036.",
        "May 2036",
        {"indicator": None},
        id="a clause that is too long names no event",
    ),
    P(
        "The line was promised in 2026; its masts end after 70 km.",
        "2026",
        {"indicator": ("promised", "prose.event_clause")},
        id="an amount in another clause leaves an event its date",
    ),
    P(
        "The union provided shelter in 30 camps.",
        "30",
        {"indicator": ("provided shelter", "prose.object")},
        id="a verb with an object needs no place",
    ),
    P(
        "A refrigerator needs 26 litres of fuel per month in summer.",
        "26 litres",
        {"indicator": ("fuel", "prose.noun_after")},
        id="a measure is of its noun alone",
    ),
    P(
        "Schools teach in two shifts and nurses see more patients.",
        "two",
        {"indicator": ("teach in shifts", "prose.object")},
        id="a clause with a plural subject follows",
    ),
    P(
        "The harbour recorded the highest price at USD 35 per crate.",
        "USD 35",
        {"indicator": ("recorded the highest price", "prose.said_left")},
        id="the verb with its object before an amount",
    ),
]

SUBJECTS = [
    P(
        "Of the 5,260 nurses in rural posts, 87 per cent are women.",
        "5,260",
        {
            "indicator": ("nurses in rural posts", "prose.opening_whole"),
            "population": ("nurses", "prose.counted_group"),
        },
        id="a whole is who it counts",
    ),
    P(
        "The health budget of 2033 (see annex) amounts to USD 40 million.",
        "USD 40 million",
        {"indicator": ("health budget", "prose.subject")},
        id="a date and a bracket behind a subject",
    ),
    P(
        "A set of batteries lasts eight years and costs USD 940.",
        "USD 940",
        {"indicator": ("set of batteries", "prose.subject")},
        id="the subject of two verbs",
    ),
    P(
        "A sack of rice now costs USD 30.",
        "USD 30",
        {"indicator": ("sack of rice", "prose.subject")},
        id="an adverb is no part of a subject",
    ),
    P(
        "The costs of transport for 2031 came to USD 30.",
        "USD 30",
        {"indicator": ("costs of transport", "prose.subject")},
        id="a noun that could be a verb that joins",
    ),
    P(
        "Two barges supply 31 posts in the north.",
        "Two",
        {"indicator": ("supply posts", "prose.predicate")},
        id="a predicate is said without its numbers",
    ),
    P(
        "Four provinces lie below the target of 75 per cent.",
        "Four",
        {"indicator": ("lie below the target", "prose.predicate"), "status": None},
        id="to be below a target is not to be targeted",
    ),
]

NOUNS = [
    P(
        "Panels bear a duty of 17 per cent.",
        "17 per cent",
        {"indicator": ("duty", "prose.amount_of"), "status": None},
        id="the noun that has the amount",
    ),
    P(
        "New wells reach water at depths of 80 to 120 metres.",
        "80 to 120 metres",
        {"indicator": ("depths", "prose.amount_of")},
        id="the noun that has a range",
    ),
    P(
        "The province hopes for a target of 75 per cent.",
        "75 per cent",
        {"status": None},
        id="a level to reach is no status",
    ),
    P(
        "The storm led to the closure of two airports.",
        "two",
        {"indicator": ("closure of airports", "prose.amount_of")},
        id="what was done, as a noun",
    ),
    P(
        "Grants of between USD 250 and USD 300 were paid.",
        "USD 250 and USD 300",
        {"indicator": ("Grants paid", "prose.money_passive")},
        id="money with its noun and what was done with it",
    ),
    P(
        "A total of 44 women were rescued.",
        "44",
        {"indicator": ("rescued", "prose.predicate")},
        id="a noun that only announces an amount",
    ),
]

CHANGES = [
    P(
        "Wages, which matter most, fell by 4 per cent.",
        "4 per cent",
        {"indicator": ("Wages fell", "prose.change_by")},
        id="a change whose subject stands before an insertion",
    ),
    P(
        "Aid recorded the highest six-month increase (up 56 per cent).",
        "56 per cent",
        {"indicator": ("recorded the highest six-month increase", "prose.change_in_bracket")},
        id="a noun behind a duration is no verb",
    ),
    P(
        "Coverage was estimated as 80 per cent in rural areas.",
        "80 per cent",
        {"indicator": ("Coverage", "prose.subject")},
        id="estimated as so much",
    ),
    P(
        "Most people had water (an increase from 36 per cent).",
        "36 per cent",
        {"indicator": ("increase", "prose.amount_of")},
        id="a change named by its noun",
    ),
    P(
        "Vellby recorded the highest price (up 56 per cent), followed by Lornby (up 38%).",
        "56 per cent",
        {"indicator": ("recorded the highest price", "prose.change_in_bracket")},
        id="what is up in a bracket",
    ),
    P(
        "Vellby recorded the highest price (up 56 per cent), followed by Lornby (up 38%).",
        "38%",
        {"indicator": ("recorded the highest price", "prose.listed")},
        id="what is up for the next name",
    ),
    P(
        "Sales rose by 20 per cent, and prices by 11 per cent between March and April.",
        "20 per cent",
        {"indicator": ("Sales rose", "prose.change_by")},
        id="a time after a change is no indicator",
    ),
    P(
        "Prices are up: 25 per cent. • Rice: up by 12 per cent • Sugar: up by 9 per cent",
        "25 per cent",
        {"indicator": None},
        id="a bullet within a line opens a sentence",
    ),
]

ENDS = [
    P(
        "Over 27,000 people were killed in the plains and thousands of women were abducted.",
        "27,000",
        {"indicator": ("killed", "prose.predicate")},
        id="a clause with a subject of its own follows",
    ),
    P(
        "Some 301 people comprising 9 per cent of the town were reached by boat.",
        "301",
        {"indicator": ("reached by boat", "prose.predicate")},
        id="past the share that a subject is",
    ),
    P(
        "In May the Lorn Network reached 302 schools.",
        "302",
        {"indicator": ("reached schools", "prose.object")},
        id="things that somebody reached",
    ),
    P(
        "In May the orders reached 303 boats.",
        "303",
        {"indicator": ("orders", "prose.subject")},
        id="what came to so many",
    ),
    P(
        "The investments in the Lorn Fund reached 303 boats.",
        "303",
        {"indicator": ("investments in the Lorn Fund", "prose.subject")},
        id="no name under the noun that came to so many reaches",
    ),
    P(
        "Losses by the Ministry reached 303 boats.",
        "303",
        {"indicator": ("Losses by the Ministry", "prose.subject")},
        id="no agent under that noun does",
    ),
    P(
        "Homes damaged in Ost Province reached 303 units.",
        "303",
        {"indicator": ("Homes damaged in Ost Province", "prose.subject")},
        id="nor one under its participle",
    ),
    P(
        "Enrolment across the network reached 303 classes.",
        "303",
        {"indicator": ("Enrolment across the network", "prose.subject")},
        id="nor one behind any preposition",
    ),
    P(
        "In 2031 the population of Lorn Province reached 303 people.",
        "303",
        {"indicator": ("population of Lorn Province", "prose.subject"), "status": None},
        id="a level in a place",
    ),
    P(
        "Teams from the Ministry reached 302 schools.",
        "302",
        {"indicator": ("reached schools", "prose.object")},
        id="agents of an agent",
    ),
    P(
        "In the north partners reached 302 schools.",
        "302",
        {"indicator": ("reached schools", "prose.object")},
        id="who acts behind where",
    ),
    P(
        "In May 304 cases were found, including 12 deaths.",
        "12",
        {"indicator": ("deaths", "prose.part")},
        id="what else befell some of those counted",
    ),
    P(
        "About 64 per cent24 of the pupils work.",
        "64 per cent",
        {
            "indicator": ("work", "prose.share_predicate"),
            "population": ("pupils", "prose.share_of"),
        },
        id="behind the mark of a note",
    ),
    P(
        "About 64 per cent24 of them work.",
        "64 per cent",
        {"indicator": ("work", "prose.of_them")},
        id="of those before the mark",
    ),
    P(
        "Three hundred cases were confirmed, including 1 fatal case.",
        "1",
        {"indicator": ("cases confirmed", "prose.part")},
        id="one of what was counted",
    ),
    P(
        "There were 14 leaks per 1,000 pipes in 2030, which fell to 12 in 2031.",
        "12",
        {"indicator": ("leaks", "prose.change_to")},
        id="a rate that a relative pronoun stands for",
    ),
    P(
        "There were 14 leaks per 1,000 pipes in Lorn, which fell to 12.",
        "12",
        {"indicator": ("leaks", "prose.change_to")},
        id="a rate in a place",
    ),
    P(
        "There were 14 leaks per 1,000 pipes, a rate of loss which rose to 15.",
        "15",
        {"indicator": ("rate of loss", "prose.change_to")},
        id="another noun before the pronoun",
    ),
    P(
        "They gave 30 doses per 100 children, which costs USD 40.",
        "USD 40",
        {"indicator": None},
        id="what is no rate stands for none",
    ),
    P(
        "They gave 30 doses per 100 children, which reached 12 camps.",
        "12",
        {"indicator": ("reached camps", "prose.object")},
        id="things of another kind than those of the rate",
    ),
    P(
        "The ports aim to reach 305 people and require USD 4 million.",
        "USD 4 million",
        {"indicator": ("require", "prose.money_verb"), "population": None},
        id="the object of another verb requires nothing",
    ),
    P(
        "Some 300 cases were recorded through the old register in week 25.",
        "300",
        {"indicator": ("cases recorded", "prose.predicate")},
        id="a passive verb without where and how",
    ),
    P(
        "Some 2,120 cases were reported with a fatality rate of 1.3 per cent.",
        "2,120",
        {"indicator": ("cases reported", "prose.predicate")},
        id="what the next figure measures",
    ),
    P(
        "Some 930 refugees departed on flights from Niger to Belgium.",
        "930",
        {"indicator": ("departed on flights", "prose.predicate")},
        id="from and to named places",
    ),
    P(
        "A total of 28,000 families (97,000 persons) in Lornby, Vellby and Sarnby received food.",
        "28,000",
        {"indicator": ("received food", "prose.predicate")},
        id="a bracket and a list of names before the verb",
    ),
    P(
        "The country has 130 nurses and needs 450.",
        "130",
        {"indicator": ("nurses", "prose.counted")},
        id="a verb behind `and` is not of the object before",
    ),
    P(
        "Gangs attacked the camp and abducted up to sixteen women.",
        "sixteen",
        {"indicator": ("abducted", "prose.verb")},
        id="a participle before an amount is a verb",
    ),
    P(
        "About 9,400 families live in tents.",
        "9,400",
        {"indicator": ("live in tents", "prose.predicate")},
        id="what directly follows the verb belongs to it",
    ),
    P(
        "Some 26,000 families earn their own income again within 18 months.",
        "26,000",
        {"indicator": ("earn their own income again", "prose.predicate")},
        id="a circumstance after the object",
    ),
    P(
        "About 15 per cent of vendors reported that their suppliers were late.",
        "15 per cent",
        {"indicator": ("reported that their suppliers were late", "prose.share_predicate")},
        id="what is reported is said of the share",
    ),
    P(
        "Patrols rescued 14,200 refugees (9,800 men, 2,100 women and 2,300 children).",
        "14,200",
        {"indicator": ("rescued", "prose.verb")},
        id="a bracket says nothing of those before it",
    ),
]

LISTS = [
    P(
        "Some 22 cases were seen in two ports (Lornby – 12, Vellby – 10).",
        "10",
        {"indicator": ("seen in ports", "prose.listed"), "place": None},
        id="names with dashes in a bracket",
    ),
    P(
        "We reached 14 victims of violence (9 girls, 1 boy and 4 women).",
        "4",
        {"indicator": ("reached", "prose.again_in_bracket"), "unit": "women"},
        id="each part in a bracket as the first of them",
    ),
    P(
        "Key services were: aid for 90 girls, 40 boys and 12 women; referrals for 30 men.",
        "12",
        {"indicator": ("aid", "prose.noun_for")},
        id="the noun that leads a list of those served",
    ),
    P(
        "Of the reported cases, 263 were from Lornby Clinic and 254 were from Vellby Clinic.",
        "254",
        {"indicator": ("reported cases", "prose.placed")},
        id="where those counted are is not what they are",
    ),
    P(
        "In 2031 some 101 cases were reported: 3 cases from camp 1, 7 from camp 2.",
        "3",
        {"indicator": ("cases reported", "prose.counted_again")},
        id="a part of what was counted before a colon",
    ),
    P(
        "In 2031 some 101 cases were reported: 3 cases from camp 1, 7 from camp 2.",
        "7",
        {"indicator": ("cases reported", "prose.elliptical")},
        id="a bare count of the next place in a list",
    ),
    P(
        "The team repaired 25 pumps in Lornby (14), Vellby (7), and Sarnby (4).",
        "7",
        {
            "indicator": ("repaired pumps", "prose.listed"),
            "place": ("Vellby", "place.listed"),
            "unit": "pumps",
        },
        id="a list of places parts the figure before",
    ),
    P(
        "Prices were highest in Lornby (USD 12) and Vellby (USD 11).",
        "USD 11",
        {"indicator": ("Prices", "prose.listed"), "place": ("Vellby", "place.listed")},
        id="a list of places has the clause before it",
    ),
    P(
        "New leaks rose on 3 May 2031 (17) and 12 June 2031 (28).",
        "28",
        {"indicator": ("New leaks", "prose.listed"), "place": None},
        id="a date is no indicator",
    ),
    P(
        "Wages rose in several towns, notably Lornby (27%) and Vellby (12%).",
        "12%",
        {"indicator": ("Wages", "prose.listed"), "place": ("Vellby", "place.listed")},
        id="some of the areas right before",
    ),
    P(
        "Several countries lost ground, including Kenya (27%) and Mali (12%).",
        "12%",
        {"indicator": ("lost ground", "prose.listed"), "place": ("Mali", "place.listed")},
        id="known places that a clause is about",
    ),
    P(
        "Many districts need kits, including Tents (27%) and Soap (12%).",
        "12%",
        {"indicator": ("Soap", "prose.bracket_after_item"), "place": None},
        id="some of the things that areas need",
    ),
    P(
        "Across the regions the needs are many, including Food (12%).",
        "12%",
        {"indicator": ("Food", "prose.bracket_after_item"), "place": None},
        id="some of what is in the areas",
    ),
    P(
        "Partners in several countries, including Vell Aid (12%), left.",
        "12%",
        {"indicator": ("Vell Aid", "prose.bracket_after_item"), "place": None},
        id="some of those who are in the areas",
    ),
    P(
        "Refugees from several countries came, including Syrians (12%).",
        "12%",
        {"indicator": ("Syrians", "prose.bracket_after_item"), "place": None},
        id="some of those who are from the areas",
    ),
    P(
        "The fund helps partners, including Lorn Aid (27%) and Vell Aid (12%).",
        "12%",
        {"indicator": ("Vell Aid", "prose.bracket_after_item"), "place": None},
        id="some of others",
    ),
    P(
        "Farmers asked for seeds (27%) and tools (12%).",
        "12%",
        {"indicator": ("tools", "prose.bracket_after_item")},
        id="a list of things is one of indicators",
    ),
]


@pytest.mark.parametrize(
    ("text", "quote", "expected"), [*VERBS, *SUBJECTS, *NOUNS, *CHANGES, *ENDS, *LISTS]
)
def test_governed(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)
