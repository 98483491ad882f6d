"""From content/ to pages. Data walks downstairs; a room uses only the floors below it.

    10  __init__  __main__  hooks            the doors: mkdocs-macros, the terminal, MkDocs
    9   building  export                     the guide of the moment · plain Markdown for any other builder
    8   blocks                               the macros
    7   reading   handbook                   the front door · what the handbook shows of the house
    6   catalogue  feed                      the guide as data · what is new and changed
    6   rules     render    pages            what holds · templates to Markdown · which pages there are
    5   names     permalinks                 who names whom · what answers at a permanent address
    4   links     entries                    where an entry is found · one file, one entry
    3   guide     prose                      all entries together · what a text may hold
    2   model     source                     every kind of entry · one YAML file, with the place of each value
    1   advice    practice  reference  dutch     ledger    what the guide advises · what a team can do · who and what can help · Dutch for editors · what was ever published
    0   problems  kinds     icons     history   what is wrong and what helps · what a field can hold · the drawings · what git remembers

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
