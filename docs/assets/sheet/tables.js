/* On a phone a row of a table is laid out as a card. Not every browser then still says that it is one, so we do. */
(() => {
  const ROLES = {
    "thead, tbody": "rowgroup",
    tr: "row",
    td: "cell",
    "th[scope=row]": "rowheader",
    "th[scope=col]": "columnheader",
  };
  for (const table of document.querySelectorAll(".w-grid")) {
    table.setAttribute("role", "table");
    for (const [names, role] of Object.entries(ROLES)) {
      for (const part of table.querySelectorAll(names)) part.setAttribute("role", role);
    }
  }
})();
