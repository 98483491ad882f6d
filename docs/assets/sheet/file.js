/* A filled in sheet as a file: to keep it, and to open it on another device. Fetched when someone asks for it. */
const SheetFiles = (() => {
  const FORMAT = "sleutelbos-werkblad";
  const VERSION = 1;
  const MOST_BYTES = 1_000_000;
  const UNCHANGED = "Er is niets veranderd.";

  /** The day as it sorts: 2026-11-27. */
  const day = () => new Date().toLocaleDateString("sv-SE");

  /** What a field asks. @param {SheetField} field */
  const labelOf = (field) => field.getAttribute("aria-label") ?? "";

  /** What is filled in, as text. Each answer goes with its question, for when the sheet asks it otherwise one day. @param {FilledSheet} sheet */
  const written = (sheet) =>
    JSON.stringify(
      {
        format: FORMAT,
        version: VERSION,
        sheet: sheet.id,
        title: sheet.title,
        fields: sheet.fields
          .filter(sheet.value)
          .map((field) => ({ name: field.name, label: labelOf(field), value: sheet.value(field) })),
      },
      null,
      1,
    );

  /**
   * The answers in a file, or a sentence that says why it is refused. What has not the shape of an answer is none.
   * @param {string} text @param {string} id of the sheet that it should be of
   * @returns {string | SheetAnswer[]}
   */
  const read = (text, id) => {
    let held;
    try {
      held = JSON.parse(text);
    } catch {
      return "Dit bestand is beschadigd, of het is geen ingevuld werkblad.";
    }
    if (held?.format !== FORMAT || !Number.isInteger(held.version) || !Array.isArray(held.fields))
      return "Dit is geen ingevuld werkblad. Kies een bestand dat eindigt op .sleutelbos.json.";
    if (held.version > VERSION)
      return "Dit bestand is van een nieuwere versie van de gids. Laad deze pagina opnieuw en probeer het nog eens.";
    if (held.sheet !== id)
      return `Dit bestand hoort bij een ander werkblad: „${String(held.title || held.sheet).slice(0, 80)}”. Open het daar.`;
    return held.fields.flatMap((/** @type {any} */ one) => {
      const { name, label, value } = one ?? {};
      const sound = typeof name === "string" && (value === true || (typeof value === "string" && value));
      return sound ? [{ name, label: typeof label === "string" ? label : "", value }] : [];
    });
  };

  /**
   * Where each answer goes: to the field of that name, or else to the one that asks the same. @param {SheetAnswer[]} answers
   * @param {SheetField[]} fields
   */
  const placed = (answers, fields) => {
    /** @type {Map<SheetField, string | boolean>} */
    const values = new Map();
    /** @param {SheetAnswer} answer @param {(field: SheetField) => boolean} is */
    const give = ({ value }, is) => {
      const fits = (/** @type {SheetField} */ one) => (one.type === "checkbox") === (value === true);
      const field = fields.find((one) => !values.has(one) && fits(one) && is(one));
      if (field) values.set(field, value);
      return field;
    };
    const unnamed = answers.filter((answer) => !give(answer, ({ name }) => name === answer.name));
    const lost = unnamed.filter((answer) => !answer.label || !give(answer, (one) => labelOf(one) === answer.label));
    return { values, lost };
  };

  /** @param {FilledSheet} sheet @param {string} text */
  const opened = (sheet, text) => {
    const answers = read(text, sheet.id);
    if (typeof answers === "string") return sheet.say(`${answers} ${UNCHANGED}`);
    const { values, lost } = placed(answers, sheet.fields);
    if (!values.size) return sheet.say(`In dit bestand staat niets dat op dit blad past. ${UNCHANGED}`);
    const differs = sheet.fields.some((field) => sheet.value(field) && sheet.value(field) !== values.get(field));
    if (differs && !confirm("Op dit blad staat al iets. Vervangen door wat in het bestand staat?"))
      return sheet.say(UNCHANGED);
    const told = [`${values.size} van ${answers.length} antwoorden uit het bestand staan nu op dit blad.`];
    if (lost.length)
      told.push(
        "Dit heeft hier geen plaats meer:",
        lost.map(({ label, name, value }) => `${label || name}${value === true ? "" : `: ${value}`}`).join("; ") + ".",
      );
    if (!sheet.replace(values))
      told.push("Deze browser kan het niet bewaren. Bewaar het als bestand of druk het af voor je weggaat.");
    return sheet.say(told.join(" "));
  };

  /** @param {FilledSheet} sheet */
  const open = (sheet) =>
    Files.choose(MOST_BYTES, (text) =>
      text === null
        ? sheet.say(`Dit bestand is te groot voor een ingevuld werkblad. ${UNCHANGED}`)
        : opened(sheet, text),
    );

  /** @param {FilledSheet} sheet */
  const keep = (sheet) => {
    if (!sheet.fields.some(sheet.value)) return sheet.say("Er is nog niets ingevuld om te bewaren.");
    const name = `${sheet.id}-${day()}.sleutelbos.json`;
    Files.hand(name, written(sheet), "application/json");
    return sheet.say(`Bewaard als ${name}. Op een ander toestel kies je op dit blad „Open een bestand”.`);
  };

  /** One's own PDF; where that cannot be, the browser makes one of what it prints. @param {FilledSheet} sheet @param {string} [size] */
  const pdf = async (sheet, size = "empty") => {
    const empty = document.querySelector(`a.sheet-tools__${size}`);
    try {
      if (!(empty instanceof HTMLAnchorElement) || sheet.lacking().size) throw new Error("not in a PDF");
      const answer = await fetch(empty.href);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const values = new Map(sheet.fields.map((field) => [field.name, sheet.value(field)]));
      const made = await SheetPdf.filled(new Uint8Array(await answer.arrayBuffer()), values);
      Files.hand(`${sheet.id}${size === "large" ? "-groot" : ""}-${day()}.pdf`, made.bytes, "application/pdf");
      const told = ["Je PDF staat bij je downloads."];
      const cut = sheet.fields.filter(({ name }) => made.cut.has(name)).map((field) => `„${labelOf(field)}”`);
      if (cut.length) told.push(`Te lang om op papier te passen: ${cut.join(", ")}. In het veld staat wel alles.`);
      sheet.say(told.join(" "));
    } catch {
      sheet.say("Kies in het venster dat opengaat „Opslaan als PDF”.");
      await sheet.print();
    }
  };

  /** @param {FilledSheet} sheet */
  const large = (sheet) => pdf(sheet, "large");
  const doing = new Map(Object.entries({ keep, open, pdf, large }));
  return {
    written,
    read,
    placed,
    /** @param {string} what @param {FilledSheet} sheet */
    act: (what, sheet) => doing.get(what)?.(sheet),
  };
})();
