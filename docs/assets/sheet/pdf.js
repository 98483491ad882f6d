/* Writes what is filled in on the page into the PDF of the sheet: its fields get their value, and look as they will be printed.
   It reads no PDF but those that macros/worksheets/pdf_finishing.py makes: what it looks for stands there in one form only.
   What it writes comes behind the PDF as it was (ISO 32000-1, 7.5.6), so all else in it stays as it is. */
const SheetPdf = (() => {
  /** @typedef {[number: number, told: string]} Held an object of the PDF */
  /** @typedef {ReturnType<typeof textField>} TextField */
  /** @typedef {Awaited<ReturnType<typeof fontOf>>} Font */
  const LEAST_SIZE = 6;
  const LEADING = 1.25;
  const MULTILINE = 1 << 12;

  /** A byte a letter, so that places in the text are places in the file. @param {Uint8Array} bytes */
  const letters = (bytes) => {
    const parts = [];
    for (let at = 0; at < bytes.length; at += 0x4000)
      parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x4000)));
    return parts.join("");
  };
  /** @param {string} text */
  const bytesOf = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  /** @param {number} code */
  const hex = (code) => code.toString(16).padStart(4, "0");

  /** What stands at 1 in the first match, or a fault: then this is no PDF of ours. @param {string} text @param {RegExp} wanted */
  const part = (text, wanted) => {
    const found = wanted.exec(text);
    if (!found) throw new Error(`${wanted} is not in this PDF`);
    return found[1];
  };

  /** @param {Uint8Array} bytes @param {string} text the same @param {number} start @param {string} about its dictionary */
  const unpacked = async (bytes, text, start, about) => {
    const packed = bytes.slice(start, start + Number(part(about, /\/Length (\d+)/)));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return letters(new Uint8Array(await new Response(stream).arrayBuffer()));
  };

  /** All objects that are no streams, by number; these stand together in streams. @param {Uint8Array} bytes @param {string} text */
  const objectsOf = async (bytes, text) => {
    /** @type {Map<number, string>} */
    const objects = new Map();
    for (const found of text.matchAll(/<< (\/Type \/ObjStm [^>]*)>>\nstream\n/g)) {
      const held = await unpacked(bytes, text, found.index + found[0].length, found[1]);
      const first = Number(part(found[1], /\/First (\d+)/));
      const places = held.slice(0, first).trim().split(/\s+/).map(Number);
      for (let at = 0; at < places.length; at += 2)
        objects.set(places[at], held.slice(first + places[at + 1], first + (places[at + 3] ?? held.length)).trim());
    }
    return objects;
  };

  /** The font of the fields: which sign draws a letter, and how wide it is. @param {Uint8Array} bytes @param {string} text @param {Map<number, string>} objects */
  const fontOf = async (bytes, text, objects) => {
    const number = Number(part([...objects.values()].join("\n"), /\/Wingdings (\d+) 0 R/));
    const font = objects.get(number) ?? "";
    const map = part(font, /\/ToUnicode (\d+) 0 R/);
    const head = new RegExp(`\n${map} 0 obj\n(<<[^>]*>>)\nstream\n`).exec(text);
    if (!head) throw new Error("The font has no map");
    /** @type {Map<number, number>} */
    const signs = new Map();
    const told = await unpacked(bytes, text, head.index + head[0].length, head[1]);
    for (const [, first, last, code] of told.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]{4})> <([0-9a-f]{4})>$/gm))
      for (let sign = parseInt(first, 16); sign <= parseInt(last, 16); sign++)
        signs.set(parseInt(code, 16) + sign - parseInt(first, 16), sign);
    /** @type {number[]} */
    const widths = [];
    const drawn = objects.get(Number(part(font, /\/DescendantFonts \[ (\d+) 0 R/))) ?? "";
    for (const [, first, list] of drawn.matchAll(/(\d+) \[ ([^\]]*)\]/g))
      list
        .trim()
        .split(" ")
        .forEach((width, at) => (widths[Number(first) + at] = Number(width)));
    /** @param {string} words */
    const drawing = (words) =>
      Array.from(words, (letter) => signs.get(letter.codePointAt(0) ?? 0) ?? -1).filter((sign) => sign >= 0);
    return {
      number,
      /** @param {string} words */
      shown: (words) => drawing(words).map(hex).join(""),
      /** In parts of the size of the letters. @param {string} words */
      wide: (words) => drawing(words).reduce((sum, sign) => sum + (widths[sign] ?? 0), 0) / 1000,
    };
  };

  /**
   * A text in lines that fit; a word that is too long goes on on the next. What parts words stays at the end of a line.
   * most: in parts of the size of the letters.
   * @param {string} text @param {number} most @param {(words: string) => number} wide
   */
  const inLines = (text, most, wide) =>
    text.split(/(?<=\n)/).flatMap((whole) => {
      const lines = [""];
      for (const word of whole.split(/(?<=\s)/))
        for (const piece of wide(word.trimEnd()) > most ? word : [word])
          if (lines[lines.length - 1] && wide((lines[lines.length - 1] + piece).trimEnd()) > most) lines.push(piece);
          else lines[lines.length - 1] += piece;
      return lines;
    });

  /** A field of text, as it stands in the PDF. @param {Held} held */
  const textField = ([number, told]) => {
    const [left, one, right, other] = part(told, /\/Rect \[ ([^\]]+)\]/)
      .trim()
      .split(" ")
      .map(Number);
    const size = Number(part(told, /([\d.]+) Tf\)/));
    const many = Boolean(Number(part(told, /\/Ff (\d+)/)) & MULTILINE);
    return { number, told, size, many, width: Math.abs(right - left), height: Math.abs(one - other) };
  };

  /**
   * A text in the lines of its place, in letters as large as fit: one field with lines of its own, or a field a line.
   * @param {string} text @param {TextField[]} places @param {(words: string) => number} wide
   */
  const fitted = (text, places, wide) => {
    const [{ width, height, many, size: usual }] = places;
    for (let size = usual; ; size -= 0.5) {
      const lines = inLines(text, (width - 5) / size, wide);
      const room = many ? Math.floor((height - 3) / (size * LEADING)) : places.length;
      if (lines.length <= room || size <= LEAST_SIZE) return { lines, size, cut: lines.length > room };
    }
  };

  /** What a field looks like: the lines of its text, in its own font. @param {TextField} field @param {string[]} lines @param {string} look @param {number} size @param {Font} font */
  const appearance = ({ many, width, height }, lines, look, size, font) => {
    const top = many ? height - 2 - size : (height - size * 0.7) / 2;
    const drawn = lines.map((line) => `<${font.shown(line)}> Tj 0 -${size * LEADING} Td\n`).join("");
    const clip = `1 1 ${width - 2} ${height - 2} re W n`;
    const content = `/Tx BMC q ${clip} BT ${look} 2 ${top.toFixed(2)} Td\n${drawn}ET Q EMC`;
    const about = `/Type /XObject /Subtype /Form /BBox [ 0 0 ${width} ${height} ] /Length ${content.length}`;
    const fonts = `/Resources << /Font << /Wingdings ${font.number} 0 R >> >>`;
    return `<< ${about} ${fonts} >>\nstream\n${content}\nendstream`;
  };

  /** A field with a text in it. drawn: the number of what it looks like. @param {string} told @param {string} text @param {string} look @param {number} drawn */
  const withText = (told, text, look, drawn) => {
    const coded = Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join("");
    const bare = told.replace(/\/DA \([^)]*\)/, `/DA (${look})`).replace(/ \/V \(\)/, "");
    return bare.replace(/>>$/, `/V <feff${coded}> /AP << /N ${drawn} 0 R >> >>`);
  };

  /** The fields by name, with their number and as they stand there. @param {Map<number, string>} objects */
  const fieldsOf = (objects) => {
    /** @type {Map<string, Held>} */
    const fields = new Map();
    for (const [number, told] of objects) {
      const named = /\/T \(([^)]*)\)/.exec(told);
      if (named && told.includes("/FT /")) fields.set(named[1], [number, told]);
    }
    return fields;
  };

  /** The fields that take the text of one on the page: one of that name, or one a line. @param {Map<string, Held>} fields @param {string} name */
  const placesOf = (fields, name) => {
    const own = fields.get(name);
    const places = own ? [own] : [];
    for (let nr = 1, found; !own && (found = fields.get(`${name}_${nr}`)); nr++) places.push(found);
    if (!places.length) throw new Error(`${name} is not in this PDF`);
    return places;
  };

  /**
   * A PDF with values in its fields, and the names of those whose text is longer than its place, however small.
   * @param {Uint8Array} bytes @param {Map<string, string | boolean>} values
   */
  const filled = async (bytes, values) => {
    const text = letters(bytes);
    const objects = await objectsOf(bytes, text);
    const font = await fontOf(bytes, text, objects);
    const fields = fieldsOf(objects);
    const about = [...text.matchAll(/<<[^]{0,60}?\/Type \/XRef[^]*?\nstream\n/g)].pop()?.[0] ?? "";
    let next = Number(part(about, /\/Size (\d+)/));
    /** @type {Map<number, string>} */
    const changed = new Map();
    /** @type {Set<string>} */
    const cut = new Set();
    // Poppler would draw all anew, and has no tick for our boxes.
    for (const [number, told] of objects)
      if (told.includes("/NeedAppearances true")) changed.set(number, told.replace("/NeedAppearances true", ""));

    for (const [name, value] of values) {
      if (!value) continue;
      const places = placesOf(fields, name);
      if (value === true) {
        const [[number, told]] = places;
        changed.set(number, told.replace("/AS /Off", "/AS /on").replace("/V /Off", "/V /on"));
        continue;
      }
      const texts = places.map(textField);
      const words = value.normalize("NFC").replace(/\r\n?/g, "\n");
      const fit = fitted(words, texts, font.wide);
      if (fit.cut) cut.add(name);
      texts.forEach((field, at) => {
        const rest = at === texts.length - 1 ? fit.lines.slice(at).join("") : (fit.lines[at] ?? "");
        if (!rest) return;
        const look = part(field.told, /\/DA \(([^)]*)\)/).replace(/[\d.]+ Tf/, `${fit.size} Tf`);
        changed.set(next, appearance(field, field.many ? fit.lines : [rest], look, fit.size, font));
        changed.set(
          field.number,
          withText(field.told, field.many ? words : rest.trim().replaceAll("\n", " "), look, next),
        );
        next++;
      });
    }
    return { bytes: behind(bytes, text, about, changed, next), cut };
  };

  /**
   * The PDF, with changed and new objects behind it and the list of where these stand. about: its own such list.
   * @param {Uint8Array} bytes @param {string} text @param {string} about @param {Map<number, string>} changed @param {number} size
   */
  const behind = (bytes, text, about, changed, size) => {
    let added = "\n";
    /** @type {[number, number][]} */
    const places = [];
    for (const [number, told] of [...changed].sort(([one], [other]) => one - other)) {
      places.push([number, bytes.length + added.length]);
      added += `${number} 0 obj\n${told}\nendobj\n`;
    }
    const start = bytes.length + added.length;
    places.push([size, start]);
    const byte = (/** @type {number} */ at, /** @type {number} */ nr) => (at >>> (8 * nr)) & 255;
    const table = places
      .map(([, at]) => String.fromCharCode(1, byte(at, 3), byte(at, 2), byte(at, 1), byte(at, 0), 0))
      .join("");
    const kept = ["Root", "Info"].map((name) => `/${name} ${part(about, RegExp(`/${name} (\\d+ 0 R)`))}`).join(" ");
    const told = [
      `/Type /XRef /Size ${size + 1} /W [ 1 4 1 ] /Index [ ${places.map(([number]) => `${number} 1`).join(" ")} ]`,
      `${kept} /ID ${part(about, /\/ID (\[[^\]]*\])/)} /Prev ${part(text, /startxref\n(\d+)\n%%EOF\n*$/)}`,
      `/Length ${table.length}`,
    ].join(" ");
    added += `${size} 0 obj\n<< ${told} >>\nstream\n${table}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`;
    const whole = new Uint8Array(bytes.length + added.length);
    whole.set(bytes);
    whole.set(bytesOf(added), bytes.length);
    return whole;
  };

  return { filled };
})();
