/* What every page offers to the scripts after this one. */
const Page = (() => {
  /** @type {Map<string, Promise<unknown>>} */
  const fetched = new Map();

  return {
    /** The root of the site, where it is being read: on the internet, below a path, or on a disk. */
    get root() {
      return new URL(`${Page.find("button.search-door").dataset.root?.replace(/\/$/, "")}/`, location.href);
    },

    /** The place on this page that the address points at, if there is one. */
    get target() {
      const id = location.hash.slice(1);
      try {
        return document.getElementById(decodeURIComponent(id));
      } catch {
        return document.getElementById(id);
      }
    },

    /** Whether the guide is read from a disk: there it may not fetch, and no one else comes at its addresses. */
    onDisk: () => location.protocol === "file:",

    /**
     * An address below the root as it can be given to others, or "" when there is none. The address that the site gives itself
     * lasts longer than the one it is read at; the header names it once whoever publishes the site has filled it in.
     * @param {string} path
     */
    absolute(path) {
      const root = Page.find("button.search-door").dataset.address || (Page.onDisk() ? "" : Page.root);
      return root && new URL(path, root).href;
    },

    /**
     * Hear when something that is kept on this device may be other than what the page shows: another tab wrote it or wiped
     * it, or this tab comes back from where it heard nothing.
     * @param {string} name what it is kept under
     * @param {(how: "written" | "wiped" | "back") => unknown} act
     */
    onKept(name, act) {
      addEventListener("storage", ({ key, newValue }) => {
        if (key === name) act(newValue === null ? "wiped" : "written");
        else if (key === null) act("back");
      });
      addEventListener("pageshow", () => act("back"));
      addEventListener("visibilitychange", () => document.hidden || act("back"));
    },

    /**
     * An element that must be there; whoever asks says of what class it is.
     * @template {Element} [T=HTMLElement]
     * @param {string} selector
     * @param {ParentNode} [within]
     * @returns {T}
     */
    find(selector, within = document) {
      const found = /** @type {T | null} */ (within.querySelector(selector));
      if (!found) throw new Error(`${selector} is not on this page`);
      return found;
    },

    /**
     * All elements that are there.
     * @template {Element} [T=HTMLElement]
     * @param {string} selector
     * @param {ParentNode} [within]
     */
    all: (selector, within = document) => /** @type {T[]} */ ([...within.querySelectorAll(selector)]),

    /**
     * An element with attributes, texts and elements in it. Text is never read as HTML.
     * An attribute that is true stands there bare, one that is false not at all.
     * @template {keyof HTMLElementTagNameMap} K
     * @param {K} tag
     * @param {Record<string, string | number | boolean | URL>} [attributes]
     * @param {(Node | string)[]} inside
     */
    make(tag, attributes = {}, ...inside) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes))
        if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
      element.append(...inside);
      return element;
    },

    /**
     * Run a script that only some readers need, once. After a failure it may be tried again.
     * A script rather than fetched data: a page that was opened from a disk may not fetch.
     * @param {string} path below docs/assets/
     */
    load(path) {
      const before = fetched.get(path);
      if (before) return before;
      const script = Page.make("script", { src: new URL(`assets/${path}`, Page.root) });
      script.async = false;
      const loading = new Promise((onload, onerror) => Object.assign(script, { onload, onerror }));
      loading.catch(() => fetched.delete(path));
      fetched.set(path, loading);
      document.head.append(script);
      return loading;
    },

    /** What opens over a page; most readers open nothing. */
    panel: () => Page.load("base/panel.js").then(() => Panel),

    /** Today, as one writes it under a letter: 3 maart 2026. */
    today: () => new Date().toLocaleDateString("nl-BE", { dateStyle: "long" }),
  };
})();

/* A link that a mail program may have hurt: no place on the page, or signs in what it asks. What knows better is fetched only then. */
(() => {
  const mend = () => {
    if ((location.hash && !Page.target) || /;|%(25)*(23|26|3d)|=3d/i.test(location.search))
      Page.load("link/link.js").then(
        () => Link.mend(),
        () => {},
      );
  };
  addEventListener("load", mend);
  addEventListener("hashchange", mend);
})();
