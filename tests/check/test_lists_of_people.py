"""What lists say of whom, and of what is left, a number counts: people by sex, and remainders."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "total_mismatch",
            "In all, 5 civilians were killed (4 men, 2 girls and 3 boys) in the town.",
        ),
        (
            "total_mismatch",
            "The raid left 4 wounded (6 children and 2 women) on the road.",
        ),
        (
            "total_mismatch",
            "At least 35 others (38 men and 1 boy) were wounded.",
        ),
        (
            "total_mismatch",
            "At least 84 civilians (37 men, 8 women, 18 girls and 18 boys) were killed.",
        ),
        (
            "total_mismatch",
            "Au moins 53 personnes (25 femmes et 24 hommes) ont été blessées.",
        ),
        (
            "total_mismatch",
            "Al menos 47 personas (21 hombres y 22 mujeres) resultaron heridas.",
        ),
        (
            "share_mismatch",
            "Of the staff, 55 per cent are women and 52 per cent are men.",
        ),
        (
            "share_mismatch",
            "Of the staff in towns, 55 per cent are women and 52 per cent are men.",
        ),
        (
            "total_mismatch",
            (
                "By May, 386,329 Arvans had come home. These comprise 59,217 from Lorn and "
                "297,112 from Orsa, with 173,506 of those having been sent back."
            ),
        ),
        (
            "total_mismatch",
            (
                "The mission verified 94 attacks. Two groups claimed 53 and 21 attacks. A third "
                "claimed one attack. The perpetrators of the other 16 attacks are unknown."
            ),
        ),
        (
            "total_mismatch",
            (
                "On 7 May, 39 children were taken to the coast, with 34 subsequently freed; the "
                "remaining 2 children came home in June."
            ),
        ),
        (
            "total_mismatch",
            (
                "The city runs 65 clinics. In the north 18 clinics are open, in the south 12 "
                "clinics. The remaining 25 clinics are closed."
            ),
        ),
        (
            "total_mismatch",
            (
                "La ville compte 65 dispensaires. Au nord, 18 dispensaires sont ouverts, au sud "
                "12 dispensaires. Les 25 autres dispensaires sont fermés."
            ),
        ),
        (
            "total_mismatch",
            (
                "El municipio tiene 65 clínicas. En el norte hay 18 clínicas abiertas y en el sur "
                "12 clínicas. Las 25 clínicas restantes están cerradas."
            ),
        ),
        (
            "share_mismatch",
            (
                "Roads take 45 per cent of the budget, schools 32 per cent and clinics 13 per "
                "cent; the remaining 20 per cent is kept."
            ),
        ),
        (
            "share_mismatch",
            (
                "The top ten funds got 63 per cent of gifts. The top six funds had 52 per cent of "
                "them. All other funds got only 30 per cent."
            ),
        ),
        (
            "total_mismatch",
            (
                "Donors gave USD 48 million: USD 20 million for roads and USD 15 million for "
                "schools. The remaining USD 10 million is kept."
            ),
        ),
    ],
)
def test_a_list_that_does_not_make_its_whole_is_told(found: Audit, code: str, text: str) -> None:
    assert [(each.code, each.severity in ("error", "warning")) for each in found(text)] == [
        (code, True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        ("The camp shelters 45 families (120 women and 80 men) since March."),
        ("The camp shelters 45 households (61 men, 70 women, 40 girls and 38 boys)."),
        ("We visited 12 schools (340 girls and 310 boys) in the hills."),
        ("At least 84 civilians (37 men, 8 women, 21 girls and 18 boys) were killed."),
        ("At least 100 civilians (37 men, 8 women and 18 girls) were killed."),
        ("More than 80 people (45 men and 38 women) attended."),
        ("The plan funds 6 teachers (120 girls and 130 boys)."),
        ("The team of 9 (4 nurses and 3 drivers) left on Monday."),
        ("Some 14 trainers (8 women and 6 men) taught 230 pupils (120 girls and 110 boys)."),
        ("At least 20 people, 9 women among them, and 7 children, fled."),
        ("He met 3 delegations (12 men and 5 women)."),
        ("5 couples (5 men and 5 women) took part."),
        ("Each of the 8 groups (5 women and 5 men) has a leader."),
        ("In total, 9 teams (4 women and 6 men each) were trained."),
        ("The office has 30 staff (22 national and 8 international)."),
        ("Net migration was 120 people, including 340 children who left."),
        ("The net increase was 120 people, including 340 children."),
        ("La migración neta fue de 120 personas, incluidos 340 niños."),
        ("Le solde migratoire est de 120 personnes, dont 340 enfants."),
        ("55 per cent are women in towns and 52 per cent are men in villages."),
        (
            "Of the pupils, 61 per cent are girls in the north and 47 per cent are boys in "
            "the south."
        ),
        ("55 per cent are women in 2031 and 48 per cent are men in 2032."),
        (
            "55 pour cent sont des femmes dans les villes et 52 pour cent sont des hommes "
            "dans les villages."
        ),
        ("El 55 por ciento son mujeres en la costa y el 52 por ciento son hombres en la sierra."),
        (
            "By May, 386,329 Arvans had come home. That figure includes 59,217 from Lorn and "
            "197,112 from Orsa, with 173,506 of those having been sent back."
        ),
        (
            "By May, 356,329 Arvans had come home. That figure includes 59,217 from Lorn and "
            "297,112 from Orsa, with 173,506 of those having been sent back."
        ),
        (
            "The mission verified 91 attacks. Two groups claimed 53 and 21 attacks. A third "
            "claimed one attack. The perpetrators of the other 16 attacks are unknown."
        ),
        (
            "The city runs 45 clinics. In the north 18 clinics are open, 10 of them at night. "
            "The remaining 27 clinics are closed."
        ),
        (
            "The city runs 45 clinics. We visited 12 clinics in May and 8 clinics in June. "
            "The other 3 clinics that asked for help are in Lorn."
        ),
        (
            "The ministry has 60 vehicles. 20 vehicles were sold. Another 15 vehicles were "
            "bought. The remaining 25 vehicles are old."
        ),
        (
            "There are 14 districts. Wells were dug in 6 districts and repaired in 5 "
            "districts; the remaining 6 districts wait."
        ),
        (
            "The school has 340 pupils. Last year 120 pupils left. The remaining 180 pupils "
            "of the lower school stayed."
        ),
        (
            "Of 30 wells, 12 wells are deep and 10 wells shallow. The other 5 wells of the "
            "village are dry."
        ),
        (
            "Roads take 45 per cent of the budget, schools 32 per cent and clinics 13 per "
            "cent; the remaining 10 per cent is kept."
        ),
        (
            "The top ten funds got 63 per cent of gifts. The top six funds had 52 per cent of "
            "them. All other funds got only 37 per cent."
        ),
        (
            "Half of the roads are paved. Of the remaining 45 per cent, 20 per cent are "
            "closed in winter."
        ),
        ("Literacy is 63 per cent in towns. All other districts reach only 30 per cent."),
        (
            "In Lorn, 63 per cent of wells work. In the other 40 per cent of cases, pumps are "
            "stolen."
        ),
        (
            "Growth was 4 per cent in the north and 3 per cent in the south; all other "
            "regions grew by 2 per cent."
        ),
        (
            "Donors gave USD 45 million: USD 20 million for roads, USD 15 million for "
            "schools. The remaining USD 10 million is kept."
        ),
        (
            "Donors gave USD 45 million. Staff cost USD 20 million in May and USD 12 million "
            "in June. The remaining USD 11 million of the reserve is kept."
        ),
        (
            "Turnout was 62 per cent; 21 per cent voted by post. The remaining 38 per cent "
            "stayed home."
        ),
        (
            "The fund has 84 members. Of these, 31 members paid late and 22 members not at all. "
            "The other 27 members paid early, and 4 members left."
        ),
        "Of the guards, 62 per cent are men, and 41 per cent are women in the night shift.",
    ],
)
def test_what_need_not_make_a_whole_is_not_told(found: Audit, text: str) -> None:
    assert [each for each in found(text) if each.severity != "info"] == []
