"""From content/ to pages. Data walks downstairs; a room uses only the floors below it.

    9  __init__  __main__  hooks             the doors: mkdocs-macros, the terminal, MkDocs
    8  building  export                      the guide of the moment · plain Markdown for any other builder
    7  blocks                                the macros
    6  reading   handbook                    the front door · what the handbook shows of the house
    5  rules     render    pages             what holds · templates to Markdown · which pages there are
    4  links     names                       where an entry is found · who names whom
    3  guide     entries                     all entries together · one file, one entry
    2  source    prose                       one YAML file, with the place of each value · what a text may hold
    1  model     dutch                       what an entry is · Dutch for editors
    0  problems  kinds     icons             what is wrong and what helps · what a field can hold · the drawings

Start in `reading.py`: `guide = open_guide(content)`. A guide that opens is sound.
"""


def define_env(env) -> None:
    """Hand every macro to mkdocs-macros, each with the guide of the moment."""
    from functools import wraps

    from macros.blocks import MACROS
    from macros.building import BUILDING

    def bound(macro):
        @wraps(macro)
        def call(*args, **kwargs):
            return macro(BUILDING.guide, *args, **kwargs)

        return call

    for macro in MACROS:
        env.macro(bound(macro), macro.__name__)
