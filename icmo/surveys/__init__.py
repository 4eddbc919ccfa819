"""Surveys: what staff answered in each wave, and the statement boards they filled in before interviews."""

from __future__ import annotations

from icmo.surveys.boards import board_table
from icmo.surveys.drawing import describe_waves, draw_waves, survey_box, wave_note
from icmo.surveys.reading import SurveyError, read_answers
from icmo.surveys.waves import wave_table

__all__ = [
    "SurveyError",
    "board_table",
    "describe_waves",
    "draw_waves",
    "read_answers",
    "survey_box",
    "wave_note",
    "wave_table",
]
