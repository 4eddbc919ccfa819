"""Maps: configurations as a graph, and the graph as a drawing.

`build_map` makes the graph, `draw_map` draws it on Axes, `write_map` writes it as a picture, as
GraphML or as a table of its edges; `picture_of` says where a page draws what.
"""

from icmo.maps.breaking import wrapped
from icmo.maps.building import SIGNS, build_difference, build_map, split_maps
from icmo.maps.drawing import draw_map, draw_maps
from icmo.maps.picturing import picture_of
from icmo.maps.placing import Box, Layout, layout
from icmo.maps.readiness import draw_readiness, readiness_table
from icmo.maps.theory import draw_theory_frame, theory_table
from icmo.maps.wording import describe, describe_briefly, edge_table
from icmo.maps.writing import MapError, read_map, write_map

__all__ = [
    "SIGNS",
    "Box",
    "Layout",
    "MapError",
    "build_difference",
    "build_map",
    "describe",
    "describe_briefly",
    "draw_map",
    "draw_maps",
    "draw_readiness",
    "draw_theory_frame",
    "edge_table",
    "layout",
    "picture_of",
    "read_map",
    "readiness_table",
    "split_maps",
    "theory_table",
    "wrapped",
    "write_map",
]
