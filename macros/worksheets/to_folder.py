"""The PDFs of some worksheets in a folder, and how many pages each takes: for whoever changes how a sheet looks."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.content.guide import Guide
from macros.model.practice import Worksheet
from macros.system.errors import Refusal
from macros.system.files import save_file
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.pdf import Typesetter, pdf_missing


def write_sheets(guide: Guide, folder: Path, ids: Sequence[str]) -> Iterator[tuple[bool, str]]:
    """Write the PDFs; of each, whether it fits on the pages that it promises, and what there is to tell in Dutch.

    ids: of which worksheets; none for all. Raises Refusal, UnknownEntry.
    """
    if missing := pdf_missing():
        raise Refusal(missing)
    # What is garbage is known once a sheet is made, and what then is none stays: looking in between would cost a tenth.
    gc.disable()
    typesetter, html = Typesetter(), WorksheetHtml(guide)
    for worksheet in [guide.get(Worksheet, id) for id in ids] or guide.all(Worksheet):
        pdf = typesetter.pdf(html.sheet(worksheet, "pdf"), worksheet.title)
        large = typesetter.pdf(html.sheet(worksheet, "large"), worksheet.title, large=True)
        save_file(folder / f"{worksheet.id}.pdf", pdf.bytes)
        save_file(folder / f"{worksheet.id}-groot.pdf", large.bytes)
        gc.collect()
        gc.freeze()
        told = (
            f"{worksheet.id}: {pdf.pages} van {worksheet.pages} bladen, {len(pdf.bytes) // 1000} kB. "
            f"In grote letters {large.pages}, {len(large.bytes) // 1000} kB."
        )
        yield pdf.pages == worksheet.pages, told
