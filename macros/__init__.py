"""From content/ to pages. Data walks downstairs; a room uses only the floors below it.

    13  __init__  __main__  hooks            the doors: mkdocs-macros, the terminal, MkDocs
    12  building  export                     the guide of the moment · plain Markdown for any other builder
    11  blocks                               the macros
    10  downloads                            what a reader can take along
    9  workbooks                            the sheets of one thing as one PDF
    8  word      binding                    a worksheet as a document to edit · several PDFs as one
    8  reading   handbook  search  upkeep   the front door · what the handbook shows · what can be found · what wants looking after
    7  catalogue  feed                      the guide as data · what is new and changed
    7  sheets    paper                      a worksheet as HTML · sheets as PDF
    7  rules     render    pages     schema    facets  what holds · templates to Markdown · which pages there are · what an editor completes · what narrows an overview
    6  sheet_rules                          what holds for worksheets
    6  names     terms     thesaurus  permalinks  who names whom · the words that a page explains · the words of search · what answers at a permanent address
    5  links     entries                    where an entry is found · one file, one entry
    4  previews                             a small drawing of a worksheet
    4  guide     prose                      all entries together · what a text may hold
    3  model     source                     every kind of entry · one YAML file, with the place of each value
    2  advice    practice  reference  dutch  what the guide advises · what a team can do · who and what can help · Dutch for editors
    1  sheet_blocks  ledger                 what a worksheet is built from · what was ever published
    0  problems  kinds     icons     history  what is wrong and what helps · what a field can hold · the drawings · what git remembers
    0  privacy   addresses  dialect  assets     what tells too much about a person · where a reader can be sent · the Markdown we read · files joined from pieces

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
