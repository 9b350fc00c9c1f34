"""What figures in running text measure, of whom, and of which figure they are a part."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

SUBJECTS = [
    P(
        "The bank estimates the yearly output at USD 870.",
        "USD 870",
        {"indicator": ("yearly output", "prose.object_at")},
        id="what somebody estimates at so much",
    ),
    P(
        "The bank opened offices at USD 870.",
        "USD 870",
        {"indicator": ("opened offices", "prose.said_left")},
        id="no estimate",
    ),
    P(
        "The Harbour Bank projects growth of 2.8 per cent.",
        "2.8 per cent",
        {"indicator": ("growth", "prose.amount_of")},
        id="a name that says something",
    ),
    P(
        "The Harbour Bank projects in Lorn reached 300 men.",
        "300",
        {"indicator": ("reached", "prose.verb")},
        id="the projects of a name",
    ),
    P(
        "The Harbour Bank projects 3 per cent growth.",
        "3 per cent",
        {"indicator": ("growth", "prose.noun_after")},
        id="who projects is not what grows",
    ),
    P(
        "Joblessness among the young exceeds 35 per cent.",
        "35 per cent",
        {"indicator": ("Joblessness among the young", "prose.subject")},
        id="a verb that is its modifier",
    ),
    P(
        "Mining accounts for 22 per cent of jobs and employs 58 per cent of men.",
        "22 per cent",
        {"indicator": ("Mining", "prose.subject"), "population": ("jobs", "prose.share_of")},
        id="what accounts for a share, before another verb",
    ),
    P(
        "Some 15 people, or 30 per cent of the town, still rely on rivers.",
        "15",
        {"indicator": ("rely on rivers", "prose.predicate")},
        id="a verb behind the share that says a count again",
    ),
    P(
        "The war has killed 41 people since the truce was declared.",
        "41",
        {"indicator": ("killed", "prose.verb")},
        id="a verb of a clause of time",
    ),
    P(
        "The mill hired 4,200 nurses last year.",
        "4,200",
        {"indicator": ("hired", "prose.verb")},
        id="last year is no verb",
    ),
    P(
        "Some 84 families received grants averaging USD 120.",
        "84",
        {"indicator": ("received grants", "prose.predicate")},
        id="what leads to the next amount",
    ),
    P(
        "Some 84 boys were registered by the Red Fund.",
        "84",
        {"indicator": ("registered", "prose.predicate")},
        id="by whom something was done",
    ),
    P(
        "About 94 huts were destroyed and a further 17 damaged.",
        "94",
        {"indicator": ("huts destroyed", "prose.predicate")},
        id="before a further count",
    ),
    P(
        "The harvest failed in 12 districts.",
        "12",
        {"indicator": ("harvest failed", "prose.object")},
        id="what happened in so many areas",
    ),
    P(
        "Traffic recovered to 71 per cent of the former level.",
        "71 per cent",
        {"indicator": ("Traffic", "prose.subject")},
        id="a level that something recovered to",
    ),
    P(
        "The police recovered 71 boats.",
        "71",
        {"indicator": ("recovered boats", "prose.object")},
        id="things recovered",
    ),
    P(
        "Police and fire account for 54 per cent of spending.",
        "54 per cent",
        {"indicator": ("Police and fire", "prose.subject")},
        id="what several account for",
    ),
    P(
        "The survey found rates above 15 per cent.",
        "15 per cent",
        {"indicator": ("rates", "prose.said_left")},
        id="what was found is measured",
    ),
    P(
        "The town ended the year with a surplus of USD 4 million.",
        "USD 4 million",
        {"indicator": ("surplus", "prose.amount_of")},
        id="what comes with an amount",
    ),
    P(
        "The yard needs USD 140 million for the next six months.",
        "USD 140 million",
        {"indicator": ("needs", "prose.money_verb")},
        id="a time is no purpose",
    ),
    P(
        "The town sold USD 25 million of bonds to mend a mill.",
        "USD 25 million",
        {"indicator": ("bonds", "prose.noun_after")},
        id="of what, and not what for",
    ),
    P(
        "The yard trained 41 men and distributed books to 190 girls.",
        "190",
        {"indicator": ("distributed books", "prose.verb")},
        id="a second deed",
    ),
    P(
        "The yard helped 41 poor and displaced families of 190 girls.",
        "41",
        {"indicator": ("helped", "prose.verb")},
        id="a participle behind an adjective",
    ),
    P(
        "Costs were kept below 7 per cent.",
        "7 per cent",
        {"indicator": ("Costs", "prose.subject")},
        id="what is kept below",
    ),
    P(
        "The grant for boats was reduced by 12 per cent, to USD 18 million.",
        "USD 18 million",
        {"indicator": ("grant for boats", "prose.change_to")},
        id="the level that something was reduced to",
    ),
    P(
        "Women hold 31 of the 120 seats, compared with 22 in 2025.",
        "22",
        {"indicator": ("hold seats", "prose.compared")},
        id="compared is the part, not its whole",
    ),
    P(
        "The reserve equals 17 per cent of annual spending.",
        "17 per cent",
        {"population": ("annual spending", "prose.share_of")},
        id="a noun in -ing",
    ),
    P(
        "Diesel went down by 3 per cent in May.",
        "3 per cent",
        {"indicator": ("Diesel went down", "prose.change_by")},
        id="down by, with a verb of going",
    ),
    P(
        "The yard aims to provide food to 80 people.",
        "80",
        {"indicator": ("provide food", "prose.verb"), "status": ("targeted", "status.verb")},
        id="what somebody aims to give",
    ),
    P(
        "The yard failed to provide food to 81 people.",
        "81",
        {"indicator": ("failed to provide food", "prose.verb"), "status": None},
        id="what somebody failed to give",
    ),
    P(
        "Stoves went to 125 families.",
        "125",
        {"indicator": ("Stoves", "prose.verb")},
        id="what went to people",
    ),
    P(
        "The storm left 72 pupils without classes.",
        "72",
        {"indicator": ("without classes", "prose.object_state")},
        id="what became of people",
    ),
    P(
        "They will provide shelter to 45 people, cash to 18 families and legal aid to 7 men.",
        "18",
        {"indicator": ("provide cash", "prose.gapped")},
        id="another thing given",
    ),
    P(
        "They gave 73 tons of food to 64 families.",
        "64",
        {"indicator": ("gave food", "prose.recipients")},
        id="to whom a measure went",
    ),
    P(
        "The storm killed 12 people, injured 34 and displaced 56.",
        "34",
        {"indicator": ("injured", "prose.said_left"), "unit": "people"},
        id="a second verb of a list",
    ),
    P(
        "The mill received 15 kg of seed and a voucher of USD 25.",
        "15 kg",
        {"indicator": ("seed", "prose.noun_after")},
        id="before another thing",
    ),
    P(
        "The plant treats 15 tonnes of solid waste a day.",
        "15 tonnes",
        {"indicator": ("solid waste", "prose.noun_after")},
        id="before a rate",
    ),
    P(
        "Deaths per 100,000 people fell to 312.",
        "312",
        {"indicator": ("Deaths per 100,000 people", "prose.change_to"), "unit": "Deaths"},
        id="a rate that has a value",
    ),
    P(
        "Early deaths per 1,000 live births fell to 12.",
        "12",
        {"indicator": ("Early deaths per 1,000 live births", "prose.change_to"), "unit": "deaths"},
        id="a base whose noun is described",
    ),
    P(
        "As of May 2031, some 3.2 million people were internally displaced in Kenya.",
        "3.2 million",
        {
            "indicator": ("internally displaced", "prose.predicate"),
            "population": ("people", "prose.counted_group"),
        },
        id="what is said of those counted",
    ),
    P(
        "Direct damage was estimated to have reached over USD 52 billion.",
        "USD 52 billion",
        {"indicator": ("Direct damage", "prose.subject"), "population": None},
        id="the subject of a chain of verbs",
    ),
    P(
        "The registry estimates the number of displaced persons who lack shelter, at 2.95 million.",
        "2.95 million",
        {
            "indicator": ("lack shelter", "prose.number_of"),
            "population": ("displaced persons", "prose.number_of"),
            "unit": "displaced persons",
        },
        id="the number of those who …, at",
    ),
    P(
        "The registry estimates the number of displaced persons who need shelter at 2.95 million.",
        "2.95 million",
        {"indicator": ("need shelter", "prose.number_of")},
        id="the same without its comma",
    ),
    P(
        "Assets include pooled funds of USD 318 million at the bank.",
        "USD 318 million",
        {"indicator": ("pooled funds", "prose.amount_of")},
        id="a participle of a noun behind a verb",
    ),
    P(
        "Forty mills opened, serving 2,160 families, and prices fell by 5 per cent in May.",
        "2,160",
        {"indicator": ("serving", "prose.verb")},
        id="a clause of its own subject says nothing of the figure before it",
    ),
    P(
        "Some 2,161 families, and only they, fell ill.",
        "2,161",
        {"indicator": ("fell ill", "prose.predicate")},
        id="an aside before the verb",
    ),
    P(
        "The network has 183 partners in five districts.",
        "183",
        {"indicator": ("partners", "prose.object")},
        id="who has something is not what is counted",
    ),
    P(
        "He put the children at 30 desks.",
        "30",
        {"indicator": ("put the children", "prose.object")},
        id="where somebody is put",
    ),
    P(
        "The ministry fined 300 people, tax to 200 families rose.",
        "200",
        {"indicator": ("rose", "prose.predicate")},
        id="a clause of its own behind a verb of no gift",
    ),
]

OBJECTS = [
    P(
        "The agency has conducted more than 24,000 surveys with travellers.",
        "24,000",
        {"indicator": ("conducted surveys", "prose.object"), "population": None},
        id="what was done with things",
    ),
    P(
        "The floods destroyed 84,600 houses.",
        "84,600",
        {"indicator": ("destroyed houses", "prose.object")},
        id="what was done to the object",
    ),
    P(
        "The crisis is pushing 7.1 million people into poverty.",
        "7.1 million",
        {"indicator": ("into poverty", "prose.object_state")},
        id="what a verb makes of people",
    ),
    P(
        "Workers provided shelter to 12,000 households.",
        "12,000",
        {"indicator": ("provided shelter", "prose.verb")},
        id="the verb before the people",
    ),
    P(
        "At least 300 people, and new nets.",
        "300",
        {"indicator": None, "population": ("people", "prose.counted_group")},
        id="bare people are a group and nothing else",
    ),
    P(
        "The plan counts for some 300 people in need.",
        "300",
        {"indicator": ("people in need", "prose.counted")},
        id="nothing is said but who they are",
    ),
]

MONEY = [
    P(
        "USD 24.6 million had been received by June 2031.",
        "USD 24.6 million",
        {
            "indicator": ("received", "prose.money_passive"),
            "status": ("funded", "status.indicator"),
        },
        id="what was done with money",
    ),
    P(
        "The agency requires USD 55.3 million.",
        "USD 55.3 million",
        {
            "indicator": ("requires", "prose.money_verb"),
            "status": ("required", "status.indicator"),
        },
        id="the verb before money",
    ),
    P(
        "The plan requires USD 3.5 million for the repair of schools in Mali.",
        "USD 3.5 million",
        {"indicator": ("repair of schools", "prose.noun_after")},
        id="what money is for, without the place",
    ),
    P(
        "Repairs (USD 3 million) rose.",
        "USD 3 million",
        {"indicator": ("Repairs", "prose.bracket_after_item"), "population": None},
        id="money in a bracket is of no group",
    ),
    P(
        "USD 12 million for shelter in 2031 was approved.",
        "USD 12 million",
        {"indicator": ("shelter", "prose.noun_after")},
        id="a purpose before a time and a verb",
    ),
    P(
        "The board approved USD 12 million for shelter in 2031.",
        "USD 12 million",
        {"indicator": ("shelter", "prose.noun_after")},
        id="a purpose before a time",
    ),
    P(
        "The board approved USD 12 million in 2031.",
        "USD 12 million",
        {"indicator": ("approved", "prose.money_verb")},
        id="a time alone",
    ),
    P(
        "USD 3 million for the next six months was spent.",
        "USD 3 million",
        {"indicator": None},
        id="a time is no purpose",
    ),
]

SHARES = [
    P(
        "About 64 per cent of returnees lack water.",
        "64 per cent",
        {
            "indicator": ("lack water", "prose.share_predicate"),
            "population": ("returnees", "prose.share_of"),
        },
        id="a group and what is said of it",
    ),
    P(
        "Tests found that 46 per cent of 1,870 wells are unsafe.",
        "46 per cent",
        {
            "indicator": ("unsafe", "prose.share_predicate"),
            "population": ("wells", "prose.share_of"),
            "of": "1,870",
        },
        id="a share of a count",
    ),
    P(
        "By June, 31,200 of the 44,500 jobs lost in the floods had been restored.",
        "31,200",
        {"indicator": ("restored", "prose.share_predicate"), "of": "44,500", "unit": "jobs"},
        id="a count of a count",
    ),
    P(
        "The survey met 55 per cent of households without power.",
        "55 per cent",
        {
            "indicator": ("without power", "prose.share_state"),
            "population": ("households", "prose.share_of"),
        },
        id="a state of the group",
    ),
    P(
        "Some 1,870 wells were tested. Many of them leak, and 12 per cent of them are dry.",
        "12 per cent",
        {"indicator": ("dry", "prose.share_predicate")},
        id="a pronoun without a count in its sentence",
    ),
    P(
        "Some 1,870 people came, and 12 per cent of them stayed.",
        "12 per cent",
        {
            "indicator": ("stayed", "prose.share_predicate"),
            "population": ("people", "prose.of_them"),
            "of": "1,870",
        },
        id="a pronoun for the count before",
    ),
    P(
        "About 20,000 refugees live in camps. In the camps, 40 per cent of refugees are children.",
        "40 per cent",
        {"population": ("refugees", "prose.share_of"), "of": "20,000"},
        id="the whole is the count of the group before",
    ),
    P(
        "Unemployment reached 12 per cent and 8 per cent of the shops in town.",
        "8 per cent",
        {"indicator": ("reached", "prose.verb")},
        id="a share behind a level",
    ),
    P(
        "Nurses make up 12 per cent of the staff and 8 per cent of the cooks.",
        "8 per cent",
        {"indicator": ("Nurses", "prose.subject")},
        id="the second share that somebody makes up",
    ),
    P(
        "Wells mended: 4 of 10 wells.",
        "4",
        {"indicator": ("Wells mended", "prose.label"), "of": "10"},
        id="a label of a part and its whole",
    ),
    P(
        "Coverage: 60% of the nets",
        "60%",
        {"indicator": ("Coverage", "prose.label")},
        id="a label of a share of a group",
    ),
]

BRACKETS = [
    P(
        "Returnees named cash assistance (58%), seeds (27%) and tools (12%) as urgent.",
        "27%",
        {
            "indicator": ("seeds", "prose.bracket_after_item"),
            "population": ("Returnees", "prose.base_shared"),
        },
        id="after the items of a list",
    ),
    P(
        "Priorities were shelter (61%), seeds (27%) and tools (12%), as listed by returnees.",
        "61%",
        {
            "indicator": ("shelter", "prose.bracket_after_item"),
            "population": ("returnees", "prose.said_by"),
        },
        id="who listed the items",
    ),
    P(
        "Of the farmers, many named seeds (27%) and tools (12%).",
        "12%",
        {"population": ("farmers", "prose.opening_group")},
        id="a list under an opening group",
    ),
    P(
        "Needs of farmers were many: 27 per cent of farmers lack seeds, and tools (12%) are dear.",
        "12%",
        {"population": ("tools", "prose.bracket_after_group")},
        id="a group of which more is said",
    ),
    P(
        "About 27 per cent of farmers lack seeds; they also named tools (12%).",
        "12%",
        {
            "indicator": ("tools", "prose.bracket_after_item"),
            "population": ("farmers", "prose.list_group"),
        },
        id="the group of the share before",
    ),
    P(
        "An estimated 420,000 returnees (88%) are on a path to a durable solution.",
        "88%",
        {
            "indicator": ("on a path to a durable solution", "prose.restated_in_bracket"),
            "population": ("returnees", "prose.restated_in_bracket"),
        },
        id="the count said again",
    ),
    P(
        "Those who came back (47%) went by bus.",
        "47%",
        {
            "indicator": ("went by bus", "prose.predicate_after_bracket"),
            "population": ("Those who came back", "prose.bracket_after_group"),
        },
        id="those who did something",
    ),
    P(
        "The board of 183 partners (over 90% local) met.",
        "90%",
        {
            "indicator": ("local", "prose.part_in_bracket"),
            "population": ("partners", "prose.part_in_bracket"),
            "of": "183",
        },
        id="what part of those counted is so",
    ),
    P(
        "Some 1,200 families left the valley, the majority of whom (95%) are farmers.",
        "95%",
        {
            "indicator": ("farmers", "prose.of_whom"),
            "population": ("families", "prose.of_whom"),
            "of": "1,200",
        },
        id="the majority of whom",
    ),
    P(
        "Herders, the majority of whom (95%) are poor, left.",
        "95%",
        {"indicator": ("poor", "prose.of_whom"), "of": None},
        id="the majority of an uncounted group",
    ),
]

PARTS = [
    P(
        "More than 10,000 civilians, including more than 560 children, have been killed.",
        "560",
        {
            "indicator": ("killed", "prose.part"),
            "population": ("children", "prose.counted_group"),
            "of": "10,000",
        },
        id="including a count",
    ),
    P(
        "About 20,000 people fled, including 41 per cent women, and 20 per cent children.",
        "20 per cent",
        {
            "indicator": ("children", "prose.part"),
            "population": ("people", "prose.part"),
            "of": "20,000",
        },
        id="a list of shares goes on after a comma",
    ),
    P(
        "About 20,000 people fled, including 41 per cent women and 20 per cent children.",
        "20 per cent",
        {"indicator": ("children", "prose.part"), "of": "20,000"},
        id="a list of shares goes on after `and`",
    ),
    P(
        "About 20,000 people fled, including 300 from other camps.",
        "300",
        {"indicator": ("fled from other camps", "prose.part"), "of": "20,000"},
        id="a part told by where it is from",
    ),
    P(
        "In Chad 4.8 million people returned home, of whom 1.1 million came back from abroad.",
        "1.1 million",
        {
            "indicator": ("came back from abroad", "prose.of_whom"),
            "population": ("people", "prose.of_whom"),
            "of": "4.8 million",
        },
        id="of whom",
    ),
    P(
        "Of the 900 people who fled, 400 will be fed, of whom 54% are women and 12% older men.",
        "12%",
        {"indicator": ("older men", "prose.part"), "of": "400"},
        id="the second of those of whom",
    ),
    P(
        "Of the 900 people who fled, 400 will be fed, of whom 54% are women and 12% have a job.",
        "12%",
        {"indicator": ("job", "prose.predicate"), "of": "400"},
        id="the second of those of whom, with a verb",
    ),
    P(
        "Some 400 people fled, of whom 54% are women, and 12% of the houses burned.",
        "12%",
        {"population": ("houses", "prose.share_of"), "of": None},
        id="a share of others behind those of whom",
    ),
    P(
        "The network has 48 partners, 30 of which are local.",
        "30",
        {"indicator": ("local", "prose.of_whom"), "of": "48", "unit": "partners"},
        id="so many of which",
    ),
    P(
        "Trucks carried 640 tonnes of goods, 210 tonnes of them rice.",
        "210 tonnes",
        {"indicator": ("rice", "prose.of_whom"), "of": "640 tonnes"},
        id="so much of them",
    ),
    P(
        "The plan costs EUR 3 million, of which the bank lends 80 per cent.",
        "80 per cent",
        {"indicator": ("lends", "prose.said_left"), "of": "EUR 3 million"},
        id="what somebody does with a part of which",
    ),
    P(
        "Some 230 girls are malnourished, of whom 48 severely.",
        "48",
        {"indicator": ("severely", "prose.of_whom"), "of": "230"},
        id="those of whom an adverb tells",
    ),
    P(
        "They reached 120 people, including 31 children under five years.",
        "31",
        {
            "indicator": ("reached", "prose.part"),
            "population": ("children under five years", "prose.counted_group"),
        },
        id="a part by its age",
    ),
    P(
        "They assist 520 people, including 18 nomads and 60 persons with disabilities.",
        "60",
        {"population": ("persons with disabilities", "prose.counted_group"), "of": "520"},
        id="a part by what they have",
    ),
    P(
        "Some 8,400 visitors came: 60 per cent of visitors are students, "
        "and the remaining 40 per cent tourists.",
        "40 per cent",
        {
            "indicator": ("tourists", "prose.noun_after"),
            "population": ("visitors", "prose.remaining"),
        },
        id="the remaining",
    ),
    P(
        "Some 8,400 visitors came, 60 per cent of them students.",
        "60 per cent",
        {"indicator": ("students", "prose.of_them"), "of": "8,400"},
        id="of them, and what they are",
    ),
    P(
        "Nearly 1.5 million people received seeds out of 8.5 million targeted by the plan.",
        "1.5 million",
        {"indicator": ("received seeds", "prose.predicate"), "of": "8.5 million"},
        id="out of",
    ),
    P(
        "The clinics saw 10,000 civilians killed, and over 18,500 were injured.",
        "18,500",
        {
            "unit": "civilians",
            "indicator": ("injured", "prose.predicate"),
            "population": ("civilians", "prose.elided_noun"),
        },
        id="the noun of the count before",
    ),
    P(
        "About 62 per cent of farmers planted maize, and 26 per cent planted beans.",
        "26 per cent",
        {
            "indicator": ("planted beans", "prose.share_is"),
            "population": ("farmers", "prose.elided_group"),
        },
        id="the group of the share before",
    ),
    P(
        "Of the 40,000 evacuees, 35 per cent are children (May 2031).",
        "35 per cent",
        {
            "indicator": ("children", "prose.predicate"),
            "population": ("evacuees", "prose.opening_group"),
            "of": "40,000",
        },
        id="a counted group opens the sentence",
    ),
    P(
        "Among those displaced by the floods, 87 per cent live with relatives.",
        "87 per cent",
        {"population": ("those displaced by the floods", "prose.opening_group"), "of": None},
        id="a group opens the sentence",
    ),
    P(
        "Some 2,615 people were displaced, 1,800 in Kenya and 815 in areas nearby.",
        "815",
        {"indicator": ("displaced", "prose.adds_up"), "unit": "people", "of": "2,615"},
        id="bare parts that add up",
    ),
    P(
        "Some 2,615 people were displaced, 1,800 in Kenya and 700 in areas nearby.",
        "700",
        {"of": None},
        id="bare numbers that do not add up",
    ),
    P(
        "We have 40 schools, 12 of them new, and 30 teachers.",
        "30",
        {"indicator": ("teachers", "prose.counted"), "of": None},
        id="people behind a part of things",
    ),
    P(
        "The camp holds 40 tents, 12 of them torn, and 900 people.",
        "900",
        {"indicator": ("holds", "prose.verb"), "of": None},
        id="more than the whole, of other things",
    ),
    P(
        "Traders sold 40 boats, 12 of them new, 30 nets and 9 cars.",
        "30",
        {"indicator": ("sold nets", "prose.object"), "of": None},
        id="other things behind so many of them",
    ),
    P(
        "We run 40 clinics, 12 of which were closed, 30 schools and 9 parks.",
        "30",
        {"indicator": ("schools", "prose.object"), "of": None},
        id="other things behind so many of which",
    ),
    P(
        "The army has 40 doctors, 12 of them new, and 30 nurses.",
        "30",
        {"of": None},
        id="other people behind so many of them",
    ),
    P(
        "We have 40 boats, 12 of them new, and 9 old.",
        "9",
        {"indicator": ("boats", "prose.part"), "of": "40"},
        id="a bare count behind so many of them",
    ),
    P(
        "We have 40 boats, 12 of them new, and 90 old.",
        "90",
        {"of": None},
        id="a bare count above the whole",
    ),
    P(
        "The storm killed 31 people, of whom 12 were children, and 40 houses burned.",
        "40",
        {"indicator": ("houses burned", "prose.predicate"), "of": None},
        id="things behind those of whom",
    ),
]

CHANGES = [
    P(
        "Unemployment in Malawi rose from 5.5 per cent to 24.1 per cent in 2030.",
        "5.5 per cent",
        {
            "indicator": ("Unemployment", "prose.change_from"),
            "place": ("Malawi", "place.clause"),
            "as_of": None,
        },
        id="from",
    ),
    P(
        "Unemployment in Malawi rose from 5.5 per cent to 24.1 per cent in 2030.",
        "24.1 per cent",
        {"indicator": ("Unemployment", "prose.change"), "as_of": ("2030", "as_of.clause")},
        id="from … to",
    ),
    P(
        "Food prices rose by 18 per cent in one year.",
        "18 per cent",
        {"indicator": ("Food prices rose", "prose.change_by")},
        id="by",
    ),
    P(
        "Output increased to 400 tonnes.",
        "400 tonnes",
        {"indicator": ("Output", "prose.change_to")},
        id="to",
    ),
    P(
        "The price of maize went up by 30% to USD 45 in May.",
        "30%",
        {
            "indicator": ("price of maize went up", "prose.change_by"),
            "population": ("price of maize", "prose.base_changed"),
        },
        id="up by, with a verb of going",
    ),
    P(
        "The price of maize went up by 30% to USD 45 in May.",
        "USD 45",
        {"indicator": ("price of maize", "prose.change_to")},
        id="the level that a change led to",
    ),
    P(
        "Dropout rates doubled, from 6 per cent to 12 per cent.",
        "12 per cent",
        {"indicator": ("Dropout rates", "prose.change")},
        id="from … to behind a comma",
    ),
    P(
        "The price of salt has risen by 40 per cent, from USD 50 to USD 70.",
        "USD 50",
        {"indicator": ("price of salt", "prose.change_from")},
        id="from behind the change and a comma",
    ),
    P(
        "The men walked home, from 40 villages.",
        "40",
        {"indicator": ("walked home", "prose.object")},
        id="a place behind a comma",
    ),
    P(
        "The deficit is expected to narrow to 2.1 per cent of output.",
        "2.1 per cent",
        {"indicator": ("deficit", "prose.subject")},
        id="what is expected to change",
    ),
    P(
        "Spending on roads was cut by USD 15 million.",
        "USD 15 million",
        {"indicator": ("Spending on roads", "prose.change_by")},
        id="what was cut",
    ),
    P(
        "Exports were worth USD 9 million, 11 per cent less than in May.",
        "11 per cent",
        {"indicator": ("Exports", "prose.compared_with")},
        id="so much less than before",
    ),
    P(
        "Some 95 men got food in June, 12 more than in May.",
        "12",
        {
            "indicator": ("got food", "prose.compared_with"),
            "population": ("men", "prose.compared_with"),
        },
        id="so many more than before",
    ),
    P(
        "Some 95 men got food in June, 12 boats more than they had.",
        "12",
        {"unit": "boats"},
        id="more of another thing",
    ),
    P(
        "Some 134 girls were vaccinated against measles, representing 88 per cent of the target.",
        "88 per cent",
        {"indicator": ("vaccinated against measles", "prose.said_again")},
        id="the share that a count represents",
    ),
    P(
        "The teams went up by 30 steps to the mast.",
        "30",
        {"indicator": ("teams went up", "prose.change_by")},
        id="steps by which somebody went up",
    ),
    P(
        "The agency scaled up grants by 30%.",
        "30%",
        {"population": ("grants", "prose.base_changed")},
        id="the object behind a verb and its up",
    ),
    P(
        "About 9 per cent of pupils are malnourished, against 6 per cent a year before.",
        "6 per cent",
        {
            "indicator": ("malnourished", "prose.compared"),
            "population": ("pupils", "prose.compared"),
        },
        id="against",
    ),
    P(
        "Losses fell to 30 per cent, down from 40 per cent in 2029.",
        "40 per cent",
        {"indicator": ("Losses", "prose.compared"), "as_of": ("2029", "as_of.clause")},
        id="down from",
    ),
    P(
        "Losses reached USD 40 million, representing 2.8 times the yearly budget.",
        "2.8 times",
        {"indicator": ("Losses", "prose.multiple")},
        id="a multiple",
    ),
    P(
        "About 88 per cent of wells are dry in Kenya, but only 43 per cent in Uganda.",
        "43 per cent",
        {
            "indicator": ("dry", "prose.elliptical"),
            "population": ("wells", "prose.base_shared"),
            "place": ("Uganda", "place.clause"),
        },
        id="the same said of another place",
    ),
    P(
        "The price was reduced by 20 per cent to 400 families.",
        "400",
        {"indicator": ("reduced", "prose.verb")},
        id="people are no level",
    ),
    P(
        "Ships move up 300 km of river.",
        "300 km",
        {"indicator": ("river", "prose.noun_after")},
        id="how far somebody goes",
    ),
    P(
        "Many moved up to 40 km to find water.",
        "40 km",
        {"indicator": ("moved up", "prose.said_left")},
        id="up to how far somebody goes",
    ),
    P(
        "The number of cars went up in 30 towns.",
        "30",
        {"indicator": ("went up", "prose.object")},
        id="in how many towns something went up",
    ),
    P(
        "The number of cars went down sharply in 30 towns.",
        "30",
        {"indicator": ("went down sharply", "prose.object")},
        id="in how many towns, behind an adverb",
    ),
    P(
        "The water went up in 2031 to 300 litres.",
        "300 litres",
        {"indicator": ("water", "prose.change_to")},
        id="when something went up",
    ),
]

DATES = [
    P(
        "The council feared the 24 February 2032 earthquake.",
        "24 February 2032",
        {"indicator": ("earthquake", "prose.dated_event")},
        id="an event at the end",
    ),
    P(
        "The town marks 15 years of progress.",
        "15 years",
        {"indicator": ("progress", "prose.duration_of")},
        id="what lasts so long",
    ),
    P(
        "The board approved a three-year plan.",
        "three-year",
        {"indicator": ("plan", "prose.duration_attribute")},
        id="a duration as an attribute",
    ),
    P(
        "The council agreed the requirements for 2034.",
        "2034",
        {"indicator": ("requirements", "prose.dated_noun")},
        id="the noun before its date",
    ),
    P(
        "The Recovery Framework (2031-2033) covers the coast.",
        "2031-2033",
        {"indicator": ("Recovery Framework", "prose.named_period")},
        id="the name before its period",
    ),
    P(
        "Registration began on 2 March 2030.",
        "2 March 2030",
        {"indicator": ("began", "prose.event_clause")},
        id="what happened then",
    ),
    P(
        "On 1 May 2030, the towns launched a plan for their harbours.",
        "1 May 2030",
        {"indicator": ("launched a plan for their harbours", "prose.fronted_event")},
        id="what happened on the day that opens the sentence",
    ),
    P(
        "During May 2030, teams led by the mayor cleared the harbour.",
        "May 2030",
        {"indicator": ("cleared the harbour", "prose.fronted_event")},
        id="what its subject is said to be is not what happened",
    ),
    P(
        "In 2030, the fund paid 3 million euros.",
        "2030",
        {"indicator": None},
        id="the day of an amount",
    ),
    P(
        "On 4 May 2030, as the tide rose, boats were moved.",
        "4 May 2030",
        {"indicator": None},
        id="the day of a clause between",
    ),
    P(
        "The latest confirmed case was on 24 September 2030.",
        "24 September 2030",
        {"indicator": ("latest confirmed case", "prose.falls_on")},
        id="what was on a day",
    ),
    P(
        "The first landing was in 2030.",
        "2030",
        {"indicator": ("first landing", "prose.falls_on")},
        id="what was in a year",
    ),
    P("The number of boats was 2030.", "2030", {"indicator": None}, id="a year or a number"),
    P(
        "Some 5.4 million people received water, sanitation and hygiene, 2.1 million got food.",
        "5.4 million",
        {"indicator": ("received water, sanitation and hygiene", "prose.predicate")},
        id="an enumeration that a comma ends",
    ),
    P(
        "In May 2030, a bill on the pier was tabled and withdrawn.",
        "May 2030",
        {"indicator": ("bill on the pier was tabled and withdrawn", "prose.fronted_event")},
        id="what was done to something on such a day",
    ),
    P(
        "On 3 May 2030, the old pier collapsed.",
        "3 May 2030",
        {"indicator": ("old pier collapsed", "prose.fronted_event")},
        id="what happened to something on such a day",
    ),
    P(
        "Between 1 May and 3 June 2030, the towns mended their harbours.",
        "1 May and 3 June 2030",
        {"indicator": None},
        id="a stretch of time that is reported on",
    ),
    P(
        "Since 2030, the port has been closed.",
        "2030",
        {"indicator": ("port has been closed", "prose.fronted_event")},
        id="what has been so since then",
    ),
    P("During 2030, no ferry sailed.", "2030", {"indicator": None}, id="what nobody did"),
    P(
        "As of 5 May 2030, the towns were cut off.",
        "5 May 2030",
        {"indicator": None},
        id="a state of that day",
    ),
    P(
        "The ledger shows 4,711.",
        "4,711",
        {"indicator": None, "population": None, "place": None, "as_of": None, "sources": []},
        id="what nothing tells stays unbound",
    ),
    P(
        "The board met 300 people in May 2031.",
        "300",
        {"indicator": ("met", "prose.verb"), "as_of": ("2031-05", "as_of.clause")},
        id="a date is no state of people",
    ),
]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [*SUBJECTS, *OBJECTS, *MONEY, *SHARES, *BRACKETS, *PARTS, *CHANGES, *DATES],
)
def test_prose(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)
