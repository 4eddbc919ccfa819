"""The shipped codebooks hold all that their sources name."""

from __future__ import annotations

import pytest

from icmo import Codebook

BOOKS = ("kib", "recruitment", "relation", "outreach")


@pytest.fixture(scope="module")
def books() -> dict[str, Codebook]:
    """All four shipped codebooks by name."""
    return {name: Codebook.load(name) for name in BOOKS}


@pytest.fixture(scope="module")
def kib(books: dict[str, Codebook]) -> Codebook:
    """The codebook of the KIB evaluation."""
    return books["kib"]


def labels(book: Codebook, family: str, parent: str | None = None) -> dict[str, str]:
    """Return the Danish labels of a family's codes, or of those under one of them."""
    frame = book.codes()
    frame = frame[frame["family"] == family]
    if parent is not None:
        frame = frame[frame["parent"] == parent]
    return dict(zip(frame["code"], frame["label_da"], strict=True))


@pytest.mark.parametrize("name", BOOKS)
def test_a_shipped_codebook_loads_without_warnings_in_two_languages(
    books: dict[str, Codebook], name: str
):
    assert books[name].warnings == ()
    assert books[name].languages == ("da", "en")
    assert books[name].id == name


@pytest.mark.parametrize("name", BOOKS)
def test_every_code_refers_only_to_codes_that_exist(books: dict[str, Codebook], name: str):
    lost = [
        (code, target)
        for code in books[name].codes()["code"]
        for target in books[name][code].see
        if target.partition(":")[2] not in books.get(target.partition(":")[0], ())
    ]
    assert not lost


@pytest.mark.parametrize("name", BOOKS)
def test_every_code_mentioned_in_a_text_exists(books: dict[str, Codebook], name: str):
    known = {code for book in books.values() for code in book.codes()["code"]}
    known |= {family for book in books.values() for family in book.families()["family"]}
    lost = []
    for code in books[name].codes()["code"]:
        record = books[name][code]
        for text in (record.definition, record.include, record.exclude, record.note):
            for words in (text or {}).values():
                mentioned = {
                    word.partition(":")[2] or word
                    for word in words.split("`")[1::2]
                    if not word.endswith("_")  # a prefix stands for all codes that begin so
                }
                lost += [(code, word) for word in mentioned - known]
    assert not lost


# ── KIB: principles and GUIDE ─────────────────────────────────────────────────────────────


def test_there_are_five_core_principles(kib: Codebook):
    assert labels(kib, "principle") == {
        "beskaeftigelsesorienteret": "Beskæftigelsesorientering",
        "individuel_helhedsorienteret": "Individuel tilrettelæggelse og helhedsorientering",
        "tvaerfaglig": "Tværfaglighed",
        "ressource_motivationsbaseret": "Ressource- og motivationsbasering",
        "vidensbaseret": "Vidensbasering",
    }
    assert kib.role_of("tvaerfaglig") == "principle"


def test_three_headings_behave_as_principles_without_guide_questions(kib: Codebook):
    assert set(labels(kib, "heading")) == {
        "sprog",
        "overskrift_organisering",
        "overskrift_implementeringsstoette",
    }
    assert kib.role_of("sprog") == "principle"
    assert not kib.family_of("sprog").guide
    assert kib.family_of("tvaerfaglig").guide


def test_fourteen_guide_questions_are_spread_over_the_letters(kib: Codebook):
    ids = [question.id for question in kib.question_templates]

    assert ids == [
        *("G1", "G2", "G3"),
        *("U1", "U2", "U3"),
        *("I1", "I2", "I3", "I4"),
        *("D1", "D2"),
        *("E1", "E2"),
    ]
    assert all(question.id[0] == question.letter for question in kib.question_templates)
    assert list(labels(kib, "guide")) == ["G", "U", "I", "D", "E"]


def test_every_guide_question_names_the_principle_in_both_languages(kib: Codebook):
    unnamed = [
        (question.id, language)
        for question in kib.question_templates
        for language in ("da", "en")
        if "{principle}" not in question.text[language]
    ]
    assert not unnamed
    assert all(kib[code].phrase for code in labels(kib, "principle"))


def test_the_holistic_principle_asks_three_questions_in_its_own_way(kib: Codebook):
    own = {override.id for override in kib["individuel_helhedsorienteret"].questions}
    assert own >= {"U3", "I4", "D1"}


# ── KIB: mechanisms and moderators ────────────────────────────────────────────────────────


def test_there_are_six_mechanisms(kib: Codebook):
    assert list(labels(kib, "mechanism")) == [
        "meningsfuldhed",
        "relationsdannelse",
        "medkonstruktoer",
        "problemloesning",
        "hverdagsmestring",
        "arbejdsidentitet",
    ]


def test_five_moderators_stand_at_the_top_and_seven_below_two_of_them(kib: Codebook):
    frame = kib.codes().set_index("code")
    moderators = frame[frame["family"] == "moderator"]["parent"]

    assert list(moderators[moderators.isna()].index) == [
        "livssituation_behov",
        "opfoelgning_sammenhaeng",
        "fysiske_rammer",
        "organisering",
        "implementeringsstoette",
    ]
    assert moderators.dropna().to_dict() == {
        "ledelsesopbakning": "organisering",
        "god_tid": "organisering",
        "kontinuitet": "organisering",
        "tvaerfagligt_samarbejde": "organisering",
        "virksomhedssamarbejde": "organisering",
        "metodebevidsthed": "implementeringsstoette",
        "datamonitorering": "implementeringsstoette",
    }


def test_every_moderator_says_what_it_may_condition(kib: Codebook):
    assert all(kib[code].conditions for code in labels(kib, "moderator"))


# ── KIB: themes ───────────────────────────────────────────────────────────────────────────

V, H, B, K = (
    "virksomhedsrettet_indsats",
    "handlekraft_indsats",
    "livshistorie_indsats",
    "problemloesende_indsats",
)
ORG, IMP = "organisering", "implementeringsstoette"
JOB, WHOLE, ACROSS, RESOURCE, KNOWLEDGE = (
    "beskaeftigelsesorienteret",
    "individuel_helhedsorienteret",
    "tvaerfaglig",
    "ressource_motivationsbaseret",
    "vidensbaseret",
)
LANGUAGE, ORGANISATION, SUPPORT = (
    "sprog",
    "overskrift_organisering",
    "overskrift_implementeringsstoette",
)
THEMES = [
    (JOB, V, "Jobskabelse kræver tæt virksomhedssamarbejde"),
    (
        JOB,
        V,
        (
            "Fastholdelse sikres gennem opfølgning på ansættelser og udvikling af interkulturelle "
            "kompetencer og interkulturel kommunikation på arbejdspladsen"
        ),
    ),
    (JOB, H, "Udvikling af arbejdsidentitet og medarbejderkompetencer skaber empowerment"),
    (WHOLE, K, "En biografisk tilgang til at se kvindernes udviklingspotentialer"),
    (
        WHOLE,
        K,
        (
            "Komplekse problematikker kræver tydelighed og fælles mål, så indsatsen fokuserer på hele "
            "kvindens liv"
        ),
    ),
    (WHOLE, H, "En styrkelse af kvindens personlige handlekraft er nøglen til progression"),
    (
        ACROSS,
        K,
        (
            "En tværfaglig indsats er særlig vigtig ved håndteringen af sociale og helbredsmæssige "
            "problematikker"
        ),
    ),
    (RESOURCE, B, "Ressourcespotting øger selvtillid og motivation hos kvinderne"),
    (RESOURCE, B, "Tydelighed og anerkendelse skaber tillid og motivation"),
    (RESOURCE, B, "Deltagelse i fællesskaber baner vejen for personlig udvikling"),
    (
        KNOWLEDGE,
        B,
        "LØFT - Anerkendende tilgang til kvinderne sker gennem en struktureret samtaleteknik",
    ),
    (
        KNOWLEDGE,
        IMP,
        "Faglig refleksion i tilrettelæggelsen af virksomhedsindsatser øger jobskabelsen",
    ),
    (
        LANGUAGE,
        H,
        "Et vedholdende fokus på kvindernes danskkundskaber skaber sproglig udvikling",
    ),
    (
        LANGUAGE,
        V,
        "Håndholdt sprogindsats på virksomhederne øger kvindernes jobchancer og fastholdelse i job",
    ),
    (
        LANGUAGE,
        H,
        "Tilpassede sprogforløb på sprogcenter og VUC giver kvinderne motivation til at lære dansk",
    ),
    (
        ORGANISATION,
        ORG,
        "Små teams i jobcenteret omkring kvinden styrker fokus på virksomhedsrettede indsatser",
    ),
    (ORGANISATION, ORG, "Teams på tværs af forvaltninger bevirker bedre indsatser for kvinderne"),
    (
        ORGANISATION,
        ORG,
        (
            "Tydelig ledelsesopbakning medvirker til fleksibilitet og medindflydelse i "
            "tilrettelæggelsen af indsatsen"
        ),
    ),
    (SUPPORT, IMP, "Faglig opkvalificering øger medarbejdernes motivation i deres arbejde"),
    (
        SUPPORT,
        IMP,
        "Øget metodebevidsthed blandt medarbejdere har kvalificeret samarbejdet med kvinderne",
    ),
    (
        SUPPORT,
        IMP,
        (
            "Kombinationen af det beskæftigelsesfaglige og det socialfaglige felt skaber meningsfuldhed "
            "i arbejdet med kvinderne"
        ),
    ),
    # Two stand only in the report's fifth chapter, without a section of their own.
    (JOB, V, "Løntimer frem for aktiveringstilbud på virksomhederne"),
    (
        SUPPORT,
        IMP,
        (
            "Oplevet uoverensstemmelse mellem datamonitorering og kommunernes fokus på tværfaglige "
            "indsatser skaber usikkerhed i kommunerne"
        ),
    ),
]


def test_the_twenty_three_themes_have_their_titles_principles_and_types(kib: Codebook):
    found = [
        (kib[code].principle, kib[code].type, kib[code].label["da"])
        for code in labels(kib, "theme")
    ]
    assert found == THEMES


@pytest.mark.parametrize(("kind", "count"), [(V, 4), (H, 4), (B, 4), (K, 3), (ORG, 3), (IMP, 5)])
def test_the_themes_are_spread_over_the_types_as_in_chapter_five(
    kib: Codebook, kind: str, count: int
):
    assert sum(kib[code].type == kind for code in labels(kib, "theme")) == count


# ── KIB: interventions, contexts, outcomes ────────────────────────────────────────────────


def test_four_types_of_intervention_stand_at_the_top(kib: Codebook):
    frame = kib.codes()
    top = frame[(frame["family"] == "intervention") & frame["parent"].isna()]
    assert dict(zip(top["code"], top["label_da"], strict=True)) == {
        V: "Virksomhedsrettede indsatser",
        H: "Indsatser med fokus på at styrke kvindernes personlige handlekraft",
        B: "Indsatser der fokuserer på kvindernes livshistorie og ressourcer",
        K: "Indsatser der fokuserer på problemløsning med blik for hele kvindens liv",
    }


def test_every_activity_of_the_overview_is_a_code(kib: Codebook):
    assert {
        # the women with the lowest readiness
        "Ressourcesamtaler",
        "Afklaring af problemstillinger med betydning for arbejdsmarkedsparathed/problemløsning",
        "Vejledning i hverdagsmestring",
        "Motionsindsats (yoga, cykel, løb, gåture)",
        "Undervisning i sundhedsforståelse",
        "Danskundervisning",
        # moderate
        "Ressourceafdækning/personlig udvikling",
        "Jobcafe (CV, ansøgning, medarbejderkompetencer)",
        "Undervisning i samfunds- og arbejdsmarkedsforhold",
        "Virksomhedsbesøg",
        "Danskundervisning (DU-brancherettet, FVU)",
        # highest
        "Ansættelser i lønnede timer",
        "Mentorstøtte på arbejdspladsen",
        "Efterværn/opfølgning ved arbejdsgiver",
    } <= set(labels(kib, "intervention").values())


def test_there_are_seven_contexts(kib: Codebook):
    assert labels(kib, "context") == {
        "jobcenter": "Jobcenter",
        "arbejdsplads": "Arbejdsplads",
        "ekstern_facilitering": "Ekstern facilitering",
        "sprogcenter_vuc": "Sprogcenter, VUC",
        "natur": "Ude i naturen",
        "sundhedshus": "Sundhedshus",
        "boligomraade": "Boligområde",
    }


def test_every_outcome_of_the_overview_is_a_code(kib: Codebook):
    assert {
        "Øget motivation til at samarbejde med kommunen om beskæftigelsesindsatsen",
        "Personlig udvikling (forestillingsevne og selvtillid)",
        "Større personligt overskud (generel trivsel)",
        "Større overblik i hverdagen",
        "Øgede personlige jobrelaterede kompetencer",
        "Bedre danskkundskaber",
        "Styrket handlekompetence i jobsøgning",
        "Styrket forestillingsevne/personlig udvikling",
        "Tilknytning til og fastholdelse på arbejdsmarkedet",
        "Bedre økonomi for kvinden",
    } <= set(labels(kib, "outcome").values())


def test_every_outcome_named_under_the_types_of_intervention_is_a_code(kib: Codebook):
    assert {
        "samfundsdeltagelse",
        "oekonomisk_frihed",
        "flere_timer_opgaver",
        "bedre_jobchancer",
        "medarbejderkompetencer",
        "handlekraft",
        "tryghed_blandt_kolleger",
        "bedre_hverdagsmestring",
        "arbejdsmarkedsparathed",
        "tillid",
        "medarbejdermotivation",
        "varig_beskaeftigelse",
    } <= set(labels(kib, "outcome"))


def test_there_are_three_levels_of_readiness_and_two_groups(kib: Codebook):
    assert list(labels(kib, "readiness")) == [
        "parathed_lavest",
        "parathed_moderat",
        "parathed_stoerst",
    ]
    assert kib.role_of("parathed_lavest") == "target"
    assert list(labels(kib, "group")) == ["kommune", "kvinde"]


def test_the_four_sides_of_the_womens_own_story_are_codes(kib: Codebook):
    frame = kib.codes()
    top = frame[(frame["family"] == "development") & frame["parent"].isna()]
    assert list(top["code"]) == [
        "foer_trivsel",
        "foer_parathed",
        "vigtigst_for_job",
        "forandring_trivsel",
    ]


def test_every_barrier_named_in_the_report_is_a_factor(kib: Codebook):
    assert {
        "Dårlige danskkundskaber",
        "Helbred",
        "Negativ social kontrol",
        "Børn/børnesag",
        "Manglende arbejdserfaring",
        "Isolation",
        "Lav selvtillid",
        "Mistillid til myndigheder",
        "Fravær/lavt funktionsniveau",
        "Virksomheders tilbageholdenhed/berøringsangst",
        "Andre faggruppers usikkerhed",
        "Familiens modstand",
        "Ressourcetung indsats",
        "Monitorering fanger ikke progression",
    } <= set(labels(kib, "factor").values())


@pytest.mark.parametrize(
    ("parent", "count"), [("fremmende", 18), ("haemmende", 10), ("barriere", 11)]
)
def test_factors_promote_hinder_or_stand_in_the_way(kib: Codebook, parent: str, count: int):
    assert len(labels(kib, "factor", parent)) == count


def test_every_actor_named_in_the_report_is_a_code(kib: Codebook):
    assert {
        "sagsbehandler",
        "virksomhedskonsulent",
        "sprogkonsulent",
        "mentor",
        "sundhedsfaglig",
        "sikkerhedskonsulent",
        "familiebehandler",
        "socialraadgiver",
        "leder",
        "virksomhedsleder",
        "kollega",
    } <= set(labels(kib, "actor"))


def test_the_methods_named_in_the_report_are_codes(kib: Codebook):
    assert {"loeft", "ips", "biografisk_tilgang", "ressourcespotting"} <= set(labels(kib, "method"))


# ── recruitment ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("family", "codes"),
    [
        (
            "maalgruppe",
            [
                "mg_hjemmegaende",
                "mg_aegtefaellesammenfoert",
                "mg_timeregel_225",
                "mg_aegtefaelleindkomst",
            ],
        ),
        (
            "forudsaetning",
            ["forud_uddannelse_erhverv", "forud_netvaerk", "forud_sprog", "forud_motivation"],
        ),
        (
            "barriere",
            [
                "bar_isolation",
                "bar_misforstaaelse",
                "bar_utryghed",
                "bar_mangler_viden",
                "bar_negativt_kommunebillede",
                "bar_manglende_opbakning",
                "bar_negativ_social_kontrol_vold",
            ],
        ),
        (
            "motiv",
            [
                "mot_oekonomi",
                "mot_permanent_ophold",
                "mot_bruge_uddannelse",
                "mot_selvudvikling_arbejdsidentitet",
                "mot_netvaerk",
                "mot_rollemodel_ligestilling",
            ],
        ),
        (
            "effekt",
            [
                "eff_familieoekonomi_skole",
                "eff_mindre_isolation_dansk",
                "eff_selvtillid_handlekraft",
                "eff_samfundstilknytning",
            ],
        ),
        ("metode", ["registerbaseret", "ambassadoer", "mund_til_mund"]),
        ("samspil", ["meningsskabelse", "tydelig_formidling", "tilgaengelighed", "fleksibilitet"]),
    ],
)
def test_the_recruitment_guide_is_in_its_codebook(
    books: dict[str, Codebook], family: str, codes: list[str]
):
    found = labels(books["recruitment"], family)
    assert [code for code in found if code in codes] == codes


@pytest.mark.parametrize(
    ("method", "steps"), [("registerbaseret", 4), ("ambassadoer", 5), ("mund_til_mund", 5)]
)
def test_a_method_of_recruitment_has_its_steps_and_its_limits(
    books: dict[str, Codebook], method: str, steps: int
):
    code = books["recruitment"][method]
    assert len(code.steps) == steps
    assert code.suits
    assert code.limits


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("foer_start", 9),
        ("reg_soegning", 6),
        ("amb_typer", 7),
        ("amb_opmaerksomhed", 4),
        ("mtm_kolleger", 4),
        ("mtm_aktoerer", 7),
        ("mtm_opfoelgning", 4),
        ("meningsskabelse", 5),
        ("tydelig_formidling", 6),
        ("tilgaengelighed", 8),
        ("fleksibilitet", 8),
    ],
)
def test_a_checklist_of_the_recruitment_guide_is_complete(
    books: dict[str, Codebook], code: str, count: int
):
    assert len(books["recruitment"][code].checklist) == count


def test_the_letter_and_the_call_have_six_points_and_one_of_the_step_after(
    books: dict[str, Codebook],
):
    assert len(books["recruitment"]["reg_kontakt"].checklist) == 6 + 1


def test_six_indicators_stand_on_the_axes_of_wants_to_and_can(books: dict[str, Codebook]):
    book = books["recruitment"]
    found = {
        parent: {
            code: (book[code].axes.can_want, book[code].axes.relation_course)
            for code in labels(book, "model", parent)
        }
        for parent in ("vil", "kan")
    }
    assert found == {
        "vil": dict.fromkeys(("vil_lyst", "vil_tryg", "vil_mening"), ("want", "relation")),
        "kan": dict.fromkeys(
            ("kan_tilgaengeligt", "kan_hverdagen", "kan_opbakning"), ("can", "course")
        ),
    }


# ── relation and outreach ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("advice", "codes"),
    [
        (
            "rel_1",
            [
                "rel_afdaek_kvalifikationer",
                "rel_forventning_vaerdi",
                "rel_sig_troen",
                "rel_realisme",
            ],
        ),
        ("rel_2", ["rel_inkluderende_anerkendende", "rel_inddrag_plan", "rel_taalmodig"]),
        ("rel_3", ["rel_klart_maal", "rel_loebende_afstemning", "rel_praktik_med_job"]),
    ],
)
def test_each_of_the_three_pieces_of_advice_has_its_codes(
    books: dict[str, Codebook], advice: str, codes: list[str]
):
    assert list(labels(books["relation"], "rel_raad", advice)) == codes


def test_what_works_against_the_relation_is_in_its_codebook(books: dict[str, Codebook]):
    assert {
        "rel_lave_forventninger",
        "rel_haabloeshed",
        "rel_uhoerte_oensker",
        "rel_devaluering",
        "rel_praktik_uden_udsigt",
    } <= set(books["relation"].codes()["code"])


@pytest.mark.parametrize(
    ("family", "codes"),
    [
        (
            "gr_akt",
            ["kursusforloeb", "individuel_vejledning", "mentor", "netvaerk_sundhed", "brobygning"],
        ),
        ("gr_for", ["afgraens_gruppe", "blandet_gruppe"]),
        (
            "gr_ops",
            [
                "strategi_efter_type",
                "infomateriale",
                "infomoede",
                "netvaerket",
                "kommunale_partnere",
                "lokale_arrangementer",
                "jobcenter_breve",
                "peer_to_peer",
                "afsaet_timer",
            ],
        ),
        (
            "gr_ind",
            [
                "lokale_uformelle_rammer",
                "personlig_relation",
                "helhedsorienteret_vejledning",
                "brugerrettede_tilbud",
                "mentor_en_til_en",
                "specielt_tilrettelagt",
                "moede_ligestillede",
                "hverdagsdansk",
                "udflugter",
                "cv_brobygning",
                "jobcenter_samarbejde",
            ],
        ),
        (
            "gr_org",
            [
                "moedefora",
                "projektgruppen",
                "overordnet_styregruppe",
                "administrativ_styregruppe",
                "tvaerorganisatorisk_formidling",
                "udstationering",
            ],
        ),
    ],
)
def test_the_outreach_catalogue_is_in_its_codebook(
    books: dict[str, Codebook], family: str, codes: list[str]
):
    assert list(labels(books["outreach"], family)) == [f"{family}_{code}" for code in codes]


def test_the_target_group_and_its_legal_frame_are_in_the_outreach_codebook(
    books: dict[str, Codebook],
):
    assert {
        "gr_maal_aegtefaelleforsoergede",
        "gr_maal_ukendt_antal",
        "gr_maal_isoleret",
        "gr_maal_afhaengig",
        "gr_maal_dansk_samfundskendskab",
        "gr_maal_boern",
        "gr_maal_lov_samtale",
        "gr_maal_lov_kontrakt",
        "gr_maal_lov_program",
        "gr_maal_lov_efter_tre_aar",
        "gr_maal_lov_resultattilskud",
    } <= set(books["outreach"].codes()["code"])


# ── what the four say of each other ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "targets"),
    [
        (
            "relationsdannelse",
            {
                "relation:rel_1",
                "relation:rel_2",
                "recruitment:vil_tryg",
                "outreach:gr_ind_personlig_relation",
            },
        ),
        ("meningsfuldhed", {"recruitment:meningsskabelse", "relation:rel_klart_maal"}),
        ("medkonstruktoer", {"relation:rel_inddrag_plan"}),
        ("problemloesning", {"outreach:gr_ind_helhedsorienteret_vejledning"}),
        (
            "arbejdsidentitet",
            {
                "recruitment:mot_selvudvikling_arbejdsidentitet",
                "outreach:gr_ind_udflugter",
                "outreach:gr_ops_peer_to_peer",
            },
        ),
        (
            "fysiske_rammer",
            {"recruitment:tilgaengelighed", "outreach:gr_ind_lokale_uformelle_rammer"},
        ),
        (
            "opfoelgning_sammenhaeng",
            {"relation:rel_loebende_afstemning", "recruitment:mtm_opfoelgning"},
        ),
        (
            "organisering",
            {
                "outreach:gr_org_projektgruppen",
                "outreach:gr_org_overordnet_styregruppe",
                "outreach:gr_org_administrativ_styregruppe",
                "recruitment:mtm_kolleger",
            },
        ),
        ("livssituation_behov", {"recruitment:kan", "recruitment:fleksibilitet"}),
    ],
)
def test_a_mechanism_or_moderator_points_to_its_relatives(
    kib: Codebook, code: str, targets: set[str]
):
    assert targets <= set(kib[code].see)
