"""Scenes: made of parts that are there, drawn in four themes, small enough to stand in a page."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
import yaml
from places import ROOT, asset

from macros.check.rules import warnings
from macros.content.guide import Guide
from macros.content.problems import ContentError, warning
from macros.live_guide import LiveGuide
from macros.model.scene import Adult, Arm, Bubble, Child, Colour, HangingThing, Scene, Sign, StandingThing
from macros.model.situation import Situation
from macros.open_guide import open_guide
from macros.pages.macro_calls import bound_macros
from macros.pages.render import Renderer
from macros.pages.upkeep import upkeep_on, upkeep_report
from macros.publish.schema import schema_of
from macros.scenes.extent import reach_of
from macros.scenes.figures import ARMS
from macros.scenes.palette import COLOURS, HAIRS, PAINTS, SKINS, Theme
from macros.scenes.parts import Parts
from macros.scenes.pen import Pen

PARTS = Parts()
THEMES: tuple[Theme, ...] = ("page", "light", "dark", "print")
BESIDE = {"wheelchair", "wheelchair-back"}
"""Parts that come with a body."""


def scene(*parts: dict[str, object], **said: object) -> Scene:
    """A scene with these parts."""
    return Scene.model_validate({"text": "Wat je ziet", "parts": parts, **said})


def everything() -> Iterator[dict[str, object]]:
    """Every part there is, and everyone in every manner."""
    for part in (*get_args(StandingThing), *get_args(HangingThing), *Bubble.shapes["part"].choices):
        yield {"part": part, "x": 80, "y": 60, "sign": "heart", "turn": 20, "flip": True}
    for kind in (Adult, Child):
        for field in ("body", "hair", "face", "add", "arms"):
            for word in kind.shapes[field].choices:
                said = [word] if field == "add" else [word, word] if field == "arms" else word
                yield {"part": kind.__name__.lower(), "x": 80, "top": "amber", field: said, "look": "left"}


def test_the_model_and_the_drawing_know_the_same_names() -> None:
    """What an editor can write is drawn, and what is drawn can be written."""
    fields = {"hair-": "hair", "face-": "face", "add-": "add"}
    said = {word for kind in (Adult, Child) for field in fields.values() for word in kind.shapes[field].choices}
    things = {*get_args(StandingThing), *get_args(HangingThing), *Bubble.shapes["part"].choices}
    bodies = {"wheel" if body == "wheelchair" else body for body in Adult.shapes["body"].choices}

    assert set(PARTS.names("body-")) == bodies
    assert set(PARTS.names("child-")) == set(Child.shapes["body"].choices)
    assert {word for kind in fields for word in PARTS.names(kind)} == said - {"none"}
    assert set(PARTS.names("back-")) <= set(Adult.shapes["hair"].choices)
    assert set(PARTS.names("sign-")) == set(get_args(Sign))
    kinds = ("body-", "child-", "hair-", "back-", "face-", "add-", "sign-")
    assert {name for name in PARTS.names() if not name.startswith(kinds)} == things | BESIDE
    assert set(ARMS) == set(get_args(Arm))
    assert set(COLOURS) == set(get_args(Colour))
    assert (set(SKINS), set(HAIRS)) == tuple(set(Adult.shapes[name].choices) for name in ("skin", "hair_colour"))


@pytest.mark.parametrize("theme", THEMES)
def test_everything_can_be_drawn(theme: Theme) -> None:
    """In each theme, whole and small, as SVG that any program reads."""
    pen = Pen(theme, PARTS)
    for part in everything():
        drawn = scene(part)
        for svg in (pen.whole(drawn), pen.small(drawn, decorative=False)):
            root = ElementTree.fromstring(svg)
            assert root.get("aria-hidden") == "true" or root.get("aria-label") == "Wat je ziet", part
            assert "None" not in svg and "nan" not in svg, part


def test_a_page_takes_its_colours_from_its_style() -> None:
    """The same as in a picture, in the light and in the dark; only so does a page follow what a reader chose."""
    css = asset("scene.css").read_text(encoding="utf-8")
    screen, paper = css.split("@media print")
    light = dict(re.findall(r"^\.scene \.(\w+) {\s*--sc: (.+?);", screen, re.MULTILINE))
    dark = dict(re.findall(r"\[data-theme=\"dark\"\] \.scene \.(\w+) {\s*--sc: (.+?);", screen))

    assert light == {name: paint.light for name, paint in PAINTS.items()}
    assert light | dark == {name: paint.dark for name, paint in PAINTS.items()}
    for rules in paper.split("@media"):
        named = re.findall(r"\.(\w+)", re.sub(r"\.scene[\w-]*", "", rules))
        assert sorted(named) == sorted(PAINTS), "op papier en in de kleuren van het systeem ook, elk één keer"


def test_on_paper_nothing_hangs_on_a_colour() -> None:
    """Black, white and hatching; no two scenes need the same ids in one page."""
    svg = Pen("print", PARTS).whole(scene({"part": "adult", "x": 60, "top": "petrol"}, {"part": "chair", "x": 110}))

    assert set(re.findall(r"#[0-9a-f]{3,6}\b", svg)) == {"#000", "#fff"}
    assert "id=" not in Pen("page", PARTS).whole(scene({"part": "chair", "x": 110}))
    assert not re.search(r"var\(|class=|style=", svg), "een PDF kent geen variabelen van CSS"


def test_a_part_reaches_no_further_than_we_say() -> None:
    """Standing in the middle, everything fits on the field; a chair at its edge does not."""
    for part in everything():
        thing = scene({**part, "y": 105} if "top" in part else {**part, "turn": 0}).parts[0]
        box = reach_of(PARTS, thing)
        assert box.left <= thing.x <= box.right and box.top < box.bottom, part
    chair = reach_of(PARTS, scene({"part": "chair", "x": 5}).parts[0])
    assert (round(chair.left), round(chair.right), round(chair.top), round(chair.bottom)) == (-7, 17, 57, 106)


def test_a_small_square_may_show_a_part_elsewhere_or_not_at_all() -> None:
    """Who stands half in it is moved, or left out."""
    moved, hidden = scene(
        {"part": "adult", "x": 130, "top": "amber", "small": {"x": 60}},
        {"part": "child", "x": 20, "small": {"hidden": True}},
    ).parts

    shown = moved.in_small()
    assert shown is not None and (shown.x, moved.x) == (60, 130)
    assert hidden.in_small() is None


def test_the_editor_is_offered_every_name(tiny: Guide) -> None:
    """While typing: the parts, and of each what goes with it."""
    defs = schema_of(tiny, Situation)["$defs"]

    assert defs["Standing"]["properties"]["part"]["enum"] == list(get_args(StandingThing))
    assert "sad" not in defs["Adult"]["properties"]["face"]["enum"]
    assert "sad" in defs["Child"]["properties"]["face"]["enum"]


def test_the_handbook_draws_every_part(tiny: Guide) -> None:
    """With its name below it, so that the list is never older than the parts."""
    said = bound_macros(Renderer(tiny))["scene_parts"]()
    named = set(re.findall(r"</svg><code>([\w-]+)</code>", said))
    things = {*get_args(StandingThing), *get_args(HangingThing), *Bubble.shapes["part"].choices}

    assert "<code>bubble</code><span>46 &times; 36</span>" in said, "zo groot is ze in parts.svg"
    assert "<code>limit</code><span>1 &times; 58</span>" in said, "een lijn is 1 breed"
    assert said.count("</span></li>") == len(things) + sum(len(kind.shapes["body"].choices) for kind in (Adult, Child))
    assert named >= {*get_args(StandingThing), *get_args(HangingThing), *get_args(Sign), *get_args(Arm), *COLOURS}
    assert named >= {
        word for kind in (Adult, Child) for field in ("face", "body") for word in kind.shapes[field].choices
    }


def test_a_card_shows_a_scene_and_a_key_keeps_its_icon(root: Path) -> None:
    """The small square in the place of the icon; a key has an icon of its own, and its scene beside its title."""
    file = root / "content" / "keys" / "s01.yml"
    text = "scene:\n  text: Een stoel\n  parts:\n    - {part: chair, x: 80}\n"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    live = LiveGuide(root)
    live.refresh()
    macros = bound_macros(live.renderer)

    cards = macros["cards"]("situatie:niemand-komt-aan-wal", "sleutel:s01")
    assert cards.count("<svg") == 2 and cards.count("scene--small") == 1
    page = macros["key"]("s01")
    assert page.index('<div class="scene-beside">') < page.index("# Zwaai eerst")
    assert 'class="scene" viewBox="0 0 160 120" aria-hidden="true"' in page
    assert "Een stoel" not in page, "de titel ernaast zegt wat het is"
    assert 'role="img" aria-label="Een stoel"' in macros["scene"]("sleutel:s01")


def test_a_text_with_signs_is_read_out_as_it_is(root: Path) -> None:
    """Quotes and an ampersand are the text's own."""
    file = root / "content" / "journeys" / "overtocht.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Een wachter", 'Een "wachter" & co'), encoding="utf-8")
    live = LiveGuide(root)
    live.refresh()

    said = bound_macros(live.renderer)["scene"]("traject:overtocht")
    assert 'aria-label="Een &quot;wachter&quot; &amp; co met een kind aan de hand"' in said


def test_no_scene_is_asked_for(tiny: Guide) -> None:
    """A situation without one is only named in the report."""
    told = upkeep_report(tiny, upkeep_on(tiny, date(2027, 1, 1)))

    assert "Situaties zonder tekening: 2\n  content/situations/te-veel-meeuwen.yml" in told


def test_a_whole_overview_of_scenes_is_light(tiny: Guide) -> None:
    """Thirty small squares with three people each: less than what half a page may weigh."""
    people = [
        {"part": "adult", "x": x, "top": top, "hair": hair, "arms": ["wave", "offer"], "add": ["badge"]}
        for x, top, hair in ((30, "petrol", "hijab"), (80, "amber", "curly"), (130, "petrol-dark", "long"))
    ]
    bodies = Adult.shapes["body"].choices
    scenes = [scene(*({**one, "body": bodies[at % len(bodies)], "x": 30 + at} for one in people)) for at in range(30)]
    small = "".join(map(Pen(parts=PARTS).small, scenes))

    assert len(gzip.compress(small.encode())) < 7_000
    assert len(gzip.compress(Pen(parts=PARTS).whole(scenes[0]).encode())) < 1_500


def test_what_is_said_of_a_scene_mends_it(root: Path) -> None:
    """Who follows the hint for a part outside the field, has it in the field."""
    file = root / "content" / "situations" / "de-lamp-is-uit.yml"
    kept = yaml.safe_load(file.read_text(encoding="utf-8"))
    for x in (3, 157):
        part = {"part": "adult", "x": x, "top": "amber", "arms": ["offer", "offer"]}
        file.write_text(yaml.safe_dump({**kept, "scene": {"text": "Iemand", "parts": [part]}}), encoding="utf-8")
        with pytest.raises(ContentError, match="buiten het veld") as told:
            LiveGuide(root).refresh()
        mended = re.search(r"Schrijf x: (\d+)", str(told.value))
        assert mended
        part["x"] = int(mended[1])
        file.write_text(yaml.safe_dump({**kept, "scene": {"text": "Iemand", "parts": [part]}}), encoding="utf-8")
        LiveGuide(root).refresh()


BUBBLE = {"part": "bubble", "sign": "question"}
PARENT = {"part": "adult", "x": 60, "top": "amber"}


@pytest.mark.parametrize(
    "parts",
    [
        ({**PARENT}, {**BUBBLE, "x": 64, "y": 36}),
        ({**PARENT, "body": "wheelchair"}, {**BUBBLE, "x": 58, "y": 46}),
        ({**PARENT, "scale": 80, "turn": 10}, {"part": "cloud", "x": 70, "y": 40, "flip": True}),
        ({"part": "child", "x": 60, "face": "cry"}, {"part": "house", "x": 68}),
        ({**PARENT, "scale": 90}, {**PARENT, "x": 66, "body": "broad"}),
        ({"part": "child", "x": 60}, {**PARENT, "x": 70}),
        ({**PARENT}, {**BUBBLE, "x": 120, "y": 36, "small": {"x": 62}}),
        ({**PARENT}, {**BUBBLE, "x": 120, "y": 20, "small": {"x": 62, "y": 40}}),
        ({**PARENT, "small": {"x": 110}}, {**BUBBLE, "x": 120, "y": 36}),
        ({"part": "child", "x": 80}, {"part": "sofa", "x": 80, "scale": 140}),
    ],
)
def test_who_follows_the_hint_for_a_hidden_face_sees_it(root: Path, parts: tuple[dict[str, Any], ...]) -> None:
    """Word for word: another place, or another place in the list."""
    drawn = [*map(dict, parts)]
    told = _warned(root, drawn)
    assert "verbergt het gezicht van" in told
    if "lijst" in told:
        assert _warned(root, drawn[::-1]) == "", "wat vroeger in de lijst staat, staat erachter"

    hint = told.splitlines()[2].strip()
    place = re.match(r"Schrijf (small: \{)?([xy]): (\d+)( in 'small')?", hint)
    if place is None:
        assert hint == "Zet het in de lijst vóór die 'child': dan staat het erachter."
        return
    written = drawn[1].setdefault("small", {}) if place[1] or place[4] else drawn[1]
    written[place[2]] = int(place[3])
    assert _warned(root, drawn) == ""


@pytest.mark.parametrize(
    "parts",
    [
        ({**PARENT}, {"part": "child", "x": 66}),
        ({**PARENT}, {"part": "nod", "x": 60, "y": 38}),
        ({**PARENT}, {"part": "gate", "x": 60, "scale": 150}),
        ({**PARENT}, {**BUBBLE, "x": 60, "y": 15}),
        ({**PARENT, "hair": "away"}, {**BUBBLE, "x": 60, "y": 36}),
        ({**BUBBLE, "x": 60, "y": 36}, {**PARENT}),
        ({**PARENT}, {**PARENT, "x": 76}),
        ({**PARENT, "small": {"hidden": True}}, {**BUBBLE, "x": 120, "y": 36, "small": {"x": 60}}),
    ],
)
def test_who_stands_before_someone_hides_no_face(root: Path, parts: tuple[dict[str, Any], ...]) -> None:
    """A child before an adult, lines round a head, someone's shoulder: that is how people stand."""
    assert _warned(root, list(parts)) == ""


def test_a_badge_is_of_the_school(root: Path) -> None:
    """One is enough: who comes from elsewhere has none, and from behind it is not seen."""
    teacher = {"part": "adult", "x": 30, "top": "petrol"}
    badged = {**teacher, "x": 80, "add": ["badge"]}

    assert "draagt geen kaartje" in _warned(root, [teacher])
    assert _warned(root, [teacher, badged]) == ""
    assert _warned(root, [{**teacher, "hair": "away"}, {**PARENT}]) == ""
    assert "van thuis" in _warned(root, [{**PARENT, "add": ["badge"]}])


def _warned(root: Path, parts: list[dict[str, Any]]) -> str:
    """What the check says of a scene with these parts."""
    file = root / "content" / "situations" / "de-lamp-is-uit.yml"
    kept = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(yaml.safe_dump({**kept, "scene": {"text": "Wie er is", "parts": parts}}), encoding="utf-8")
    return warning(warnings(open_guide(root / "content")))


def test_pictures_of_scenes_stand_where_pages_look() -> None:
    """Every picture that was drawn is small enough for who shares a link on a phone."""
    drawn = list((ROOT / "docs" / "assets" / "pictures").rglob("*.png"))

    assert [file.name for file in drawn if file.stat().st_size > 40_000] == []
