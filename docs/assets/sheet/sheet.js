/* The letters of paper are fetched once someone uses the page, so that they are there when it is printed. */
const paperFonts = () =>
  Promise.allSettled(["400", "italic 400", "600"].map((face) => document.fonts.load(`${face} 12pt "Sheet Sans"`)));
for (const use of ["keydown", "pointerdown"]) addEventListener(use, paperFonts, { once: true });

/* Filling in a worksheet: what is written stays on this device, and nowhere else.
   Two tabs can show the same sheet: each writes only the field that changed, and shows what the other wrote. */
for (const sheet of document.querySelectorAll("[data-sheet]")) {
  if (!(sheet instanceof HTMLElement)) continue;
  const store = `sleutelbos-werkblad-${sheet.dataset.sheet}`;
  /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */
  const fields = [...sheet.querySelectorAll(/** @type {"input"} */ ("input, textarea"))];
  const tools = Page.find(".sheet-tools");
  const said = Page.find("[role=status]", tools);
  const narrow = matchMedia("(max-width: 48em), (pointer: coarse) and (max-height: 30em)");
  const grows = narrow.matches && !CSS.supports("field-sizing", "content");
  /* The letters and signs that a field of the PDF cannot hold, not what only clings to one; without a PDF there is none. */
  const inPdf = tools.querySelector("[data-letters]")?.getAttribute("data-letters");
  const foreign = inPdf ? RegExp(`[^${inPdf}\\s\\p{M}\\p{Cf}]`, "gu") : null;

  /** @param {typeof fields[0]} field @returns {field is HTMLInputElement} */
  const ticks = (field) => field.type === "checkbox";
  /** @param {typeof fields[0]} field */
  const value = (field) => (ticks(field) ? field.checked : field.value);
  /** What is not of the shape that a field takes, counts as nothing. @param {typeof fields[0]} field @param {unknown} [held] */
  const fill = (field, held) => {
    const now = ticks(field) ? held === true : typeof held === "string" ? held : "";
    if (ticks(field)) field.checked = now === true;
    else if (field.value !== now) field.value = String(now); // the same again would move the cursor
    full(field);
  };
  /**
   * Whether a text is longer than its place on paper. A phone shows no paper: there a text has room to grow, and where the
   * browser does not see to that by itself, we do.
   * @param {typeof fields[0]} field
   */
  const full = (field) => {
    if (grows) {
      field.style.removeProperty("--grown");
      if (field.value) field.style.setProperty("--grown", `${field.scrollHeight + 2}px`);
    }
    const over = field.scrollHeight > field.clientHeight + 3 || field.scrollWidth > field.clientWidth + 3;
    field.classList.toggle("w-full", over && !ticks(field) && !narrow.matches);
  };

  /**
   * What is kept, by the names of the fields; also names that this sheet no longer has. Null when the browser shows nothing.
   * Something of another shape counts as nothing, and stays where it is until someone writes.
   * @returns {Map<string, unknown> | null}
   */
  const read = () => {
    let text;
    try {
      text = localStorage.getItem(store);
    } catch {
      return null;
    }
    try {
      const held = JSON.parse(text ?? "{}");
      return new Map(Array.isArray(held) || typeof held === "string" ? [] : Object.entries(held ?? {}));
    } catch {
      return new Map();
    }
  };
  /** The fields that could not be kept yet. @type {Set<typeof fields[0]>} */
  const unkept = new Set();
  /**
   * What stood in the store each time that this tab wrote a field, until another wrote it: a tab that writes at the same
   * moment may not know better yet, and put it back.
   * @type {Map<typeof fields[0], Set<unknown>>}
   */
  const older = new Map();
  /** Keep some fields among what another tab may have kept meanwhile. An empty one as well: so the other knows that it was emptied. @param {typeof fields} some */
  const keep = (...some) => {
    some.forEach((field) => unkept.add(field));
    try {
      const kept = read() ?? new Map();
      unkept.forEach((field) => {
        older.set(field, (older.get(field) ?? new Set()).add(kept.get(field.name)));
        kept.set(field.name, value(field));
      });
      localStorage.setItem(store, JSON.stringify(Object.fromEntries(kept)));
      unkept.clear();
      return true;
    } catch {
      return false;
    }
  };

  /** Once something is filled in, one's own PDF comes first. */
  const mark = () => tools.classList.toggle("sheet-tools--filled", fields.some(value));
  let blanked = false;
  /** Show what is kept, but for where someone writes, and for what could not be kept. @param {Element | null} [writing] */
  const show = (writing = document.hasFocus() ? document.activeElement : null) => {
    const kept = read();
    if (!kept || blanked) return;
    for (const field of fields) {
      if (field === writing || unkept.has(field)) continue;
      if (kept.get(field.name) !== value(field)) older.delete(field);
      fill(field, kept.get(field.name));
    }
    mark();
  };
  /** @param {string} first */
  const say = (first) => {
    const told = [first];
    mark();
    if (sheet.querySelector(".w-full")) told.push("Een tekst is te lang voor zijn vak: kort hem in voor je afdrukt.");
    const letters = lacking();
    if (letters.size)
      told.push(`In de PDF kun je dit niet typen: ${[...letters].join(" ")}. Hier wel, en zo druk je het ook af.`);
    said.textContent = told.join(" ");
  };
  /** The first letters that the PDF cannot hold. */
  const lacking = () => {
    const texts = fields.map((field) => (ticks(field) ? "" : field.value)).join("");
    /** @type {Set<string>} */
    const letters = new Set();
    for (const [letter] of foreign ? texts.matchAll(foreign) : []) if (letters.add(letter).size > 4) break;
    return letters;
  };

  const KEPT = "Bewaard op dit toestel.";
  show(null);
  if (fields.some(value)) say("Dit vulde je eerder in. Het staat alleen op dit toestel.");

  sheet.addEventListener("input", ({ target }) => {
    const changed = fields.find((field) => field === target);
    if (!changed) return;
    full(changed);
    say(
      keep(changed)
        ? KEPT
        : "Deze browser kan dit niet bewaren. Bewaar het als bestand of druk het af voor je weggaat.",
    );
  });
  sheet.addEventListener("focusout", () => show(null));

  Page.onKept(store, (how) => {
    if (how === "back") return show();
    if (how === "wiped") {
      unkept.clear();
      show(null);
      return say("Dit blad werd gewist in een ander tabblad.");
    }
    /* Two tabs that write at the same moment do not see each other yet: what the last one missed, goes in again. It
       changed another field then; who changes this one alone, means it. */
    const kept = read() ?? new Map();
    const other = fields.filter((field) => value(field) !== (kept.get(field.name) ?? (ticks(field) ? false : "")));
    const missed = other.filter(
      (field) =>
        (value(field) && !kept.has(field.name)) || (other.length > 1 && older.get(field)?.has(kept.get(field.name))),
    );
    if (missed.length && !blanked) keep(...missed);
    show();
    say("Wat je in een ander tabblad schreef, staat hier nu ook.");
  });

  const blank = () => {
    const before = fields.map(value);
    blanked = true;
    fields.forEach((field) => fill(field));
    const restore = () => {
      blanked = false;
      fields.forEach((field, at) => fill(field, before[at]));
      show();
    };
    addEventListener("afterprint", restore, { once: true });
    print();
  };
  const wipe = () => {
    if (!confirm("Alles wissen wat je op dit blad invulde?")) return;
    try {
      localStorage.removeItem(store);
    } catch {
      /* nothing was kept */
    }
    unkept.clear();
    fields.forEach((field) => fill(field));
    say("Gewist. Er staat niets meer op dit toestel.");
  };

  /* What few ask for is fetched then: one's own PDF, and the file that goes along to another device. */
  /** @type {FilledSheet} */
  const filled = {
    id: `${sheet.dataset.sheet}`,
    title: Page.find(".w-title", sheet).textContent,
    fields,
    value,
    lacking,
    say,
    print: () => paperFonts().then(() => print()),
    /** Another tab is told of it as of a wipe, so that it puts nothing back. */
    replace(values) {
      let before = null;
      try {
        before = localStorage.getItem(store);
        localStorage.removeItem(store);
      } catch {
        /* nothing was kept */
      }
      older.clear();
      fields.forEach((field) => fill(field, values.get(field)));
      const kept = keep(...fields);
      try {
        if (!kept && before) localStorage.setItem(store, before);
      } catch {
        /* it stays on the page */
      }
      return kept;
    },
  };
  /** @type {Record<string, () => unknown>} */
  const doing = { print: filled.print, blank: () => paperFonts().then(blank), wipe };
  tools.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.dataset.sheetDo) return;
    const what = target.dataset.sheetDo;
    if (doing[what]) return doing[what]();
    return Page.load("sheet/files.js").then(
      () => SheetFiles.act(what, filled),
      () => say("Dit lukt nu niet. Heb je verbinding, probeer het dan opnieuw."),
    );
  });
}
