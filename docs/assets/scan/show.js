/* How the self-scan looks: the ring that fills, the table beside it, and what comes of it. */
const ScanShow = (() => {
  const { all, find, make } = Page;
  const { ranked } = ScanAnswers;

  /** A part of the ring: of one statement, one step. @param {number} at @param {number} many @param {number} from @param {number} to */
  const wedge = (at, many, from, to) => {
    /** @param {number} far @param {number} place */
    const point = (far, place) => {
      const turn = (2 * Math.PI * place) / many;
      return [50 + far * Math.sin(turn), 50 - far * Math.cos(turn)].map((one) => one.toFixed(2));
    };
    const [first, last] = [at + 0.06, at + 0.94];
    return `M${point(from, first)}L${point(to, first)}A${to} ${to} 0 0 1 ${point(to, last)}L${point(from, last)}A${from} ${from} 0 0 0 ${point(from, first)}z`;
  };

  /**
   * The ring: a part for each statement, filled from the inside by as many steps as its answer; null is none yet.
   * @param {(number | null)[]} values
   * @param {number} of the steps
   * @param {string} title what it shows, for who does not see it
   */
  const ring = (values, of, title) => {
    const step = 31 / of;
    const steps = values.flatMap((value, at) =>
      [...Array(of).keys()].map((nth) => {
        const drawn = wedge(at, values.length, 18 + nth * step, 18 + (nth + 0.86) * step);
        return `<path d="${drawn}" class="${nth < Math.round(value ?? 0) ? "on" : ""}"/>`;
      }),
    );
    const svg = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg" class="scan__ring" role="img" viewBox="0 0 100 100">${steps.join("")}</svg>`,
      "image/svg+xml",
    ).documentElement;
    svg.setAttribute("aria-label", title);
    return document.importNode(svg, true);
  };

  /** A number as one writes it here. @param {number} value */
  const written = (value) => value.toFixed(1).replace(".", ",");

  /**
   * What came of it, whole: title, ring, table, what is strong and what may grow.
   * @param {ScanAsked} asked
   * @param {{ title: string, said: string, values: (number | null)[], heads: string[], cells: string[][], groups: string[] }} report
   * cells: for each statement what stands behind it, the answer first. groups: what is said above each of the two
   */
  const report = (asked, { title, said, values, heads, cells, groups }) => {
    const { strong, grow } = ranked(values);
    /** @param {string} scope @param {string} text */
    const head = (scope, text) => make("th", { scope }, text);
    const lines = asked.texts.map((text, at) => {
      const [first, ...more] = cells[at];
      const others = more.map((cell, nth) => make("td", { "data-head": heads[nth + 1] }, cell));
      return make("tr", {}, head("row", text), make("td", {}, first), ...others);
    });
    const made = Piece.copy("report");
    find("h2", made).textContent = title;
    find(".scan__key", made).append(ring(values, asked.of, Piece.text("ring")));
    all(".scan__group", made).forEach((group, nth) => {
      find("h3", group).textContent = groups[nth];
      const pieces = [strong, grow][nth].map((at) => {
        const answer = make("span", { class: "scan__answer" }, cells[at][0]);
        const helps = nth ? asked.helps[at]?.cloneNode(true) : "";
        return make("li", {}, make("p", {}, asked.texts[at], " ", answer), helps ?? "");
      });
      find("ol", group).append(...pieces);
    });
    find("caption", made).textContent = said;
    find("thead tr", made).append(...heads.map((one) => head("col", one)));
    find("tbody", made).append(...lines);
    return made;
  };

  /** Only this on paper. @param {Element} what */
  const print = (what) => {
    for (const one of all(".scan--printed")) one.classList.remove("scan--printed");
    what.classList.add("scan--printed");
    addEventListener("afterprint", () => what.classList.remove("scan--printed"), { once: true });
    window.print();
  };

  return { ring, report, print, written };
})();
