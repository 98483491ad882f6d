/* Loads the plain scripts of docs/assets as a browser does, one after the other in one global scope, but without a page. */
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

/** As we wrote them, or in another folder as they are sent. */
const ASSETS = process.env.ASSETS ?? path.join(__dirname, "..", "..", "docs", "assets");

/** What the address of a selection is read with, as a page that opens one joins them. */
const SELECTION = ["base/page.js", "selection/store.js", "link/link.js", "own/words.js", "selection/address.js"];

/**
 * What a name in the global scope holds once these scripts have run.
 * page: what the scripts find of a browser while they load; by default a page without anything on it.
 */
function load(name, files, page = {}) {
  const document = { querySelectorAll: () => [] };
  const scope = vm.createContext({ addEventListener() {}, document, URL, URLSearchParams, TextDecoder, ...page });
  for (const file of files)
    vm.runInContext(fs.readFileSync(path.join(ASSETS, file), "utf8"), scope, { filename: file });
  return vm.runInContext(name, scope);
}

/** A value made in that scope as one of ours, so that it can be compared with ours. */
const ours = (value) => JSON.parse(JSON.stringify(value));

/** What the page of a script says when asked, by name: overrides/partials/ours/page.html. */
const sentences = (page) => {
  const text = fs.readFileSync(path.join(__dirname, "..", "..", "overrides", "partials", `${page}.html`), "utf8");
  return Object.fromEntries(
    [...text.matchAll(/<p data-piece="([^"]+)">(.*)<\/p>/g)].map(([, name, said]) => [name, said]),
  );
};

/** Those sentences as a script asks for them. */
const piece = (page) => ({
  text: (name, ...values) => sentences(page)[name].replace(/\{\}/g, () => values.shift()),
});

module.exports = { SELECTION, load, ours, piece, sentences };
