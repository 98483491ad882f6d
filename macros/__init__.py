"""From content/ to pages. Data walks downstairs; a room uses only the floors below it.

    6  __init__  __main__  hooks  export     the doors: mkdocs-macros, the terminal, MkDocs, any other builder
    5  reading   blocks    pages             the front door · the macros · which pages there are
    4  rules     names     entries  render   what holds · who names whom · one file, one entry · templates to Markdown
    3  links                                 where an entry is found
    2  guide     source                      all entries together · one YAML file, with the line of each value
    1  dutch     prose                       Dutch for editors · what a text may hold
    0  problems  model     icons             what is wrong and what helps · what an entry is · the drawings

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
