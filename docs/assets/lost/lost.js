/* On the page for an unknown address: what the address most looks like. The catalogue is fetched only here. */
(() => {
  const script = document.currentScript;
  const root = new URL("../../", script.src);
  const place = document.getElementById("nearest");
  let asked;
  try {
    asked = decodeURIComponent(location.pathname).slice(root.pathname.length);
  } catch {
    return; /* An address that spells no text looks like nothing. */
  }
  const plain = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const parts = asked
    .replace(/(index)?\.html?$/, "")
    .split("/")
    .map(plain)
    .filter(Boolean);
  const wanted = parts.at(-1)?.slice(0, 80);
  if (!wanted || !place) return;

  /* How alike two words are, from 0 to 1: the pairs of letters that they share. A slip of the finger changes few. */
  const pairs = (word) => Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2));
  const mine = pairs(wanted);
  const likeness = (word) => {
    const theirs = pairs(word);
    const left = [...theirs];
    const shared = mine.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1)).length;
    return (2 * shared) / (mine.length + theirs.length);
  };
  const spot = (url) => url.split(/[/#]/).filter(Boolean).at(-1);

  const score = (entry) => {
    const best = Math.max(
      ...[entry.id, ...entry.aliases, entry.title, spot(entry.url)].map((name) => likeness(plain(name))),
    );
    return (
      best +
      (parts.length > 1 && (entry.permalink.startsWith(`${parts[0]}/`) || entry.url.startsWith(`${parts[0]}/`))
        ? 0.1
        : 0)
    );
  };

  fetch(new URL("catalogue.json", root))
    .then((answer) => answer.json())
    .then(({ entries }) => {
      const sure = entries.map((entry) => [score(entry), entry]).sort((a, b) => b[0] - a[0]);
      const near = sure.filter(([now]) => now >= Math.max(0.5, sure[0][0] - 0.25)).slice(0, 4);
      if (!near.length) return;
      const make = (name, ...inside) => {
        const made = document.createElement(name);
        made.append(...inside);
        return made;
      };
      const cards = near.map(([, entry]) => {
        const link = make("a", entry.title);
        link.href = new URL(entry.url, root);
        return make("li", make("p", make("strong", link)), make("p", entry.summary));
      });
      const shown = make("div", make("ul", ...cards));
      shown.className = "cards";
      place.append(make("p", near.length > 1 ? "Zocht je een van deze?" : "Zocht je dit?"), shown);
    })
    .catch(() => {}); /* Without the catalogue the page says what it says without a script. */
})();
