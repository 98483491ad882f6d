/* An address that is not there: name the nearest ones. The guide's index is fetched only now. */
(async () => {
  const { make, root } = sleutelbos;
  const asked = decodeURIComponent(location.pathname).toLowerCase().split("/").filter(Boolean).pop() ?? "";
  const pairs = (word) => new Set([...` ${word} `].map((_, index, all) => all.slice(index, index + 2).join("")).filter((pair) => pair.length === 2));
  const wanted = pairs(asked.slice(0, 80));
  const near = (id) => { const have = pairs(id); return (2 * [...wanted].filter((pair) => have.has(pair)).length) / (wanted.size + have.size); };
  const { entries } = await (await fetch(new URL("catalogue.json", root))).json();
  const found = entries.map((entry) => ({ entry, score: Math.max(...[entry.id, ...entry.aliases].map(near)) })).filter(({ score }) => score > 0.45).sort((one, other) => other.score - one.score).slice(0, 5);
  if (found.length) document.getElementById("bedoelde-je").replaceChildren(make("p", { text: "Bedoelde je dit?" }), make("ul", {}, ...found.map(({ entry }) => make("li", {}, make("a", { href: new URL(entry.url, root).href, text: entry.title })))));
})();
