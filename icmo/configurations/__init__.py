"""Configurations: an intervention in a context triggers a mechanism that gives an outcome.

`pattern_table` counts what speaks for and against each pattern, `proposals` shows where codes
meet, `regularity_table` says in how many cases a pattern holds, `disconfirming_table` looks for
what contradicts it, `saturation_table` says when nothing new came.
"""

from icmo.configurations.agreeing import configuration_agreement_table
from icmo.configurations.counterexamples import disconfirming_table, left_out_table
from icmo.configurations.counting import evidence_table, linkages
from icmo.configurations.patterns import (
    LEVELS,
    code_roles,
    parents_of,
    pattern_evidence,
    pattern_table,
    patterns,
)
from icmo.configurations.proposals import proposals
from icmo.configurations.records import (
    ACTIVATIONS,
    DETAILS,
    EFFECTS,
    EXPLICITNESS,
    INTENTIONS,
    RELATIONS,
    SIGNS,
    SLOTS,
    STANCES,
    STATUSES,
    Configuration,
    ConfigurationError,
    Evidence,
    as_moderators,
    check_details,
    check_known,
    check_moderators,
    check_stance,
    completeness,
    if_then_sentence,
    of_intervention,
    read_configurations,
)
from icmo.configurations.regularities import regularity_table
from icmo.configurations.saturation import saturation_table
from icmo.configurations.versions import difference_in_words, difference_table

__all__ = [
    "ACTIVATIONS",
    "DETAILS",
    "EFFECTS",
    "EXPLICITNESS",
    "INTENTIONS",
    "LEVELS",
    "RELATIONS",
    "SIGNS",
    "SLOTS",
    "STANCES",
    "STATUSES",
    "Configuration",
    "ConfigurationError",
    "Evidence",
    "as_moderators",
    "check_details",
    "check_known",
    "check_moderators",
    "check_stance",
    "code_roles",
    "completeness",
    "configuration_agreement_table",
    "difference_in_words",
    "difference_table",
    "disconfirming_table",
    "evidence_table",
    "if_then_sentence",
    "left_out_table",
    "linkages",
    "of_intervention",
    "parents_of",
    "pattern_evidence",
    "pattern_table",
    "patterns",
    "proposals",
    "read_configurations",
    "regularity_table",
    "saturation_table",
]
