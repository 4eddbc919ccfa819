"""Exhibits: figures, tables, quotes, boxes and lists of a report, written from the project's data.

`begin` says once in which language a chapter is. `said` and `perspective_box` quote; `survey_box`,
`finding_box`, `principle_box` and their like make boxes; `outcome_figure`, `map_figure` and the
models draw; the tables and appendices show what stands behind. `number`, `percent`, `count` and
`value` write the numbers of sentences from the same frames.
"""

from __future__ import annotations

from icmo.report.exhibits.appendices import (
    codebook_table,
    codebook_tables,
    data_table,
    definition_table,
    interview_guide,
)
from icmo.report.exhibits.arguments import (
    answer_list,
    claim_table,
    configuration_table,
    evidence_table,
    question_table,
    theme_list,
)
from icmo.report.exhibits.beginning import (
    begin,
)
from icmo.report.exhibits.boxes import (
    agreement_box,
    claim_box,
    finding_box,
    guide_box,
    principle_box,
    principles_box,
    survey_box,
)
from icmo.report.exhibits.figures import (
    course_figure,
    flow_figure,
    matrix_figure,
    numbers_table,
    outcome_figure,
    waves_figure,
)
from icmo.report.exhibits.formats import (
    case_names,
    count,
    count_of,
    day,
    listing,
    number,
    percent,
    points,
    value,
)
from icmo.report.exhibits.models import (
    map_figure,
    map_table,
    readiness_model,
    theory_model,
)
from icmo.report.exhibits.overviews import (
    guide_table,
    level_table,
    overview_table,
)
from icmo.report.exhibits.places import (
    claim,
    source_of,
    with_passages,
)
from icmo.report.exhibits.quotes import (
    perspective_box,
    quote_table,
    said,
    said_by_several,
)
from icmo.report.exhibits.records import (
    MIME,
    Exhibit,
    ExhibitError,
    Exhibits,
    box,
    bullets,
    figure,
    prose,
    quote,
    table,
)
from icmo.report.exhibits.standing import (
    rameses_table,
    unknown_list,
)
from icmo.report.exhibits.tables import (
    board_table,
    joint_table,
    matrix_table,
)
from icmo.report.exhibits.used import (
    QuoteUsedTwiceWarning,
)

__all__ = [
    "MIME",
    "Exhibit",
    "ExhibitError",
    "Exhibits",
    "QuoteUsedTwiceWarning",
    "agreement_box",
    "answer_list",
    "begin",
    "board_table",
    "box",
    "bullets",
    "case_names",
    "claim",
    "claim_box",
    "claim_table",
    "codebook_table",
    "codebook_tables",
    "configuration_table",
    "count",
    "count_of",
    "course_figure",
    "data_table",
    "day",
    "definition_table",
    "evidence_table",
    "figure",
    "finding_box",
    "flow_figure",
    "guide_box",
    "guide_table",
    "interview_guide",
    "joint_table",
    "level_table",
    "listing",
    "map_figure",
    "map_table",
    "matrix_figure",
    "matrix_table",
    "number",
    "numbers_table",
    "outcome_figure",
    "overview_table",
    "percent",
    "perspective_box",
    "points",
    "principle_box",
    "principles_box",
    "prose",
    "question_table",
    "quote",
    "quote_table",
    "rameses_table",
    "readiness_model",
    "said",
    "said_by_several",
    "source_of",
    "survey_box",
    "table",
    "theme_list",
    "theory_model",
    "unknown_list",
    "value",
    "waves_figure",
    "with_passages",
]
