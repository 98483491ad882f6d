/**
 * Keeps the form editor at home. What it would fetch elsewhere when it starts, this site has too: its Dutch words and its letters. Whether
 * a newer version exists, and whether a Git host is well, nobody needs to know.
 *
 * Loaded before the editor itself, which is served as its makers sent it. The page's security policy holds what this leaves out.
 */
(() => {
  "use strict";

  /** The addresses that the editor asks for, and what we have instead. @type {[RegExp, string][]} */
  const OURS = [
    [/^https:\/\/unpkg\.com\/@sveltia\/cms@[^/]+\/locales\/nl\.json$/, "nl.json"],
    [/^https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/source-sans-3.*\.woff2$/, "source-sans-3.woff2"],
    [/^https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/noto-mono.*\.woff2$/, "noto-mono.woff2"],
    [/^https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/material-symbols-outlined.*\.woff2$/, "material-symbols.woff2"],
  ];

  /** @typedef {{ [name: string]: string | Words }} Words */

  /** What our editors call by other words than who builds sites does, and what the editor has no Dutch for. @type {Words} */
  const WORDS = {
    work_with_local_repo: "Open de map van de gids",
    work_with_local_repo_description: "Kies de map waarin de map „content” staat. Alles blijft op je toestel.",
    sign_in_error: {
      not_project_root: "Dit is niet de map van de gids. Kies de map waarin de map „content” staat.",
      picker_dismissed: "Je koos geen map. Probeer het opnieuw.",
    },
    sign_in_using_access_token_workflow_note: "De sleutel mag ook voorstellen lezen en maken.",
    entry_sidebar: {
      slug: { title: "Naam van het bestand", generated_on_save: "De naam komt van de titel, bij het bewaren." },
    },
    edit_slug_error: {
      empty: "Geef het bestand een naam.",
      invalid: "Gebruik alleen kleine letters, cijfers en koppeltekens.",
      duplicate: "Zo heet al een ander stuk. Kies een andere naam.",
    },
    select_item: "Kies {$name}",
    list_item_options: "Meer voor dit deel",
    show_errors: "Toon wat fout is",
    save_conflict: {
      title: "Iemand anders veranderde dit ook",
      modified_by: "{$name} veranderde dit stuk op {$date}, nadat je het opende.",
      modified: "Dit stuk is veranderd nadat je het opende.",
      deleted: "Dit stuk is weggehaald nadat je het opende.",
      overwrite_warning: "Bewaar je nu, dan gaat die wijziging verloren.",
      recreate_warning: "Bewaar je nu, dan komt het stuk terug.",
      save_anyway: "Toch bewaren",
      branch_moved: "Iemand anders bewaarde net iets. Probeer het opnieuw.",
    },
    remote_change: {
      reload_entry: "Opnieuw laden",
      confirm_reloading_entry: "Het stuk opnieuw laden? Wat je nog niet bewaarde, gaat verloren.",
    },
  };

  /** What nobody needs to know. */
  const UNASKED = /^https:\/\/(unpkg\.com|www\.githubstatus\.com|status-api\.hostedstatus\.com)\//;

  /** The address of our own, when we have what stands at another. @param {string} address */
  const ours = (address) => OURS.find(([theirs]) => theirs.test(address))?.[1];

  const fetched = window.fetch;

  /** These words, with ours in the place of some. @param {Words} theirs @param {Words} ours @returns {Words} */
  const inOurWords = (theirs, ours) => {
    const words = { ...theirs };
    for (const [name, said] of Object.entries(ours)) {
      const other = theirs[name] ?? {};
      words[name] = typeof said === "string" || typeof other === "string" ? said : inOurWords(other, said);
    }
    return words;
  };

  /** @param {string} file */
  const translated = async (file) => Response.json(inOurWords(await (await fetched(file)).json(), WORDS));

  window.fetch = (asked, options) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    const file = ours(address);
    if (file === "nl.json") return translated(file);
    if (file) return fetched(file, options);
    return UNASKED.test(address) ? Promise.resolve(new Response(null, { status: 404 })) : fetched(asked, options);
  };

  // The editor writes its own styles; a browser only fetches a font once something is painted with it.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const style of addedNodes) {
        if (!(style instanceof HTMLStyleElement) || !style.textContent.includes("https://")) continue;
        style.textContent = style.textContent.replace(/url\((https:[^)]+)\)/g, (whole, address) => {
          const file = ours(address);
          return file ? `url(${file})` : whole;
        });
      }
    }
  }).observe(document.head, { childList: true });

  // Its words are those of the device. Ours are Dutch, whatever the device speaks.
  Object.defineProperty(navigator, "languages", { value: ["nl"] });

  // It is started by start.js, once it knows how we write a file.
  Object.assign(window, { CMS_MANUAL_INIT: true });
})();
