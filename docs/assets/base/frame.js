/* The frame of every page: light or dark, the menu, the map of the page, the way back up, and what scrolls sideways. */
(() => {
  const { all, find } = Page;
  const html = document.documentElement;

  /* Light or dark: what the device asks, until someone chooses. base/early.js has set it before anything was drawn. */
  const KEPT = "weergave";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = find("[data-theme-switch]");
  /** @param {boolean} wanted */
  const show = (wanted) => {
    html.dataset.theme = wanted ? "dark" : "light";
    theme.ariaPressed = String(wanted);
    find("meta[name=theme-color]").setAttribute("content", wanted ? "#1b1916" : "#fbf7ef");
  };
  const follow = () => {
    let kept;
    try {
      kept = localStorage.getItem(KEPT);
    } catch {
      /* Then the device says it. */
    }
    show(kept === "dark" || (kept !== "light" && dark.matches));
  };
  theme.onclick = () => {
    const wanted = html.dataset.theme !== "dark";
    show(wanted);
    try {
      if (wanted === dark.matches) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, wanted ? "dark" : "light");
    } catch {
      /* Then it holds for this page only. */
    }
  };
  show(html.dataset.theme === "dark");
  dark.addEventListener("change", follow);
  addEventListener("storage", ({ key }) => key === KEPT && follow());

  /* The menu: a row on a wide screen, whose lists open one at a time; a drawer on a narrow one, where they all stand open. */
  const menu = find("#menu");
  const door = find(".top__menu");
  const wide = matchMedia("(min-width: 64em)");
  const lists = /** @type {HTMLDetailsElement[]} */ (all("details", menu));
  const isOpen = () => door.ariaExpanded === "true";
  /** @param {boolean} wanted */
  const draw = (wanted) => {
    door.ariaExpanded = String(wanted);
    html.classList.toggle("menu-open", wanted);
  };
  const fit = () => {
    draw(false);
    for (const list of lists) {
      if (wide.matches) list.name = "menu";
      else list.removeAttribute("name");
      list.open = !wide.matches;
    }
  };
  /** Close what is open, except what this stands in. @param {EventTarget | null} [target] */
  const leave = (target) => {
    const inside = target instanceof Node ? target : null;
    if (isOpen() && !menu.contains(inside) && !door.contains(inside)) draw(false);
    if (wide.matches) for (const list of lists) list.open &&= list.contains(inside);
  };
  door.onclick = () => {
    draw(!isOpen());
    if (isOpen()) find("a", menu).focus();
  };
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    const list = wide.matches && lists.find(({ open }) => open);
    if (list) find("summary", list).focus();
    else if (isOpen()) door.focus();
    leave();
  });
  addEventListener("pointerdown", ({ target }) => leave(target));
  addEventListener("focusin", ({ target }) => leave(target));
  wide.addEventListener("change", fit);
  fit();

  /* What is on this page, and which part of it is being read: the last one whose heading has passed the top. */
  const [map] = all("#kaart");
  const [opener] = all(".map-door");
  if (map && opener) {
    const links = /** @type {HTMLAnchorElement[]} */ (all("a", map));
    const parts = links.flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading ? [{ link, heading }] : [];
    });
    opener.onclick = async () => {
      const panel = await Page.panel();
      const list = Page.make("div", { class: "map-list" }, find("ul", map).cloneNode(true));
      list.onclick = ({ target }) => target instanceof Element && target.closest("a") && panel.close();
      panel.open(opener, "Op deze pagina", list);
    };
    /** @type {(typeof parts)[0] | undefined} */
    let current;
    const mark = () => {
      /* To know where something is that is folded away, the browser would lay it out. */
      const now = parts.findLast(
        ({ heading }) => heading.checkVisibility() && heading.getBoundingClientRect().top < innerHeight / 4,
      );
      if (now === current) return;
      current?.link.removeAttribute("aria-current");
      now?.link.setAttribute("aria-current", "true");
      if (now) map.scrollTop = now.link.offsetTop - map.clientHeight / 2;
      current = now;
    };
    const watch = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
    for (const { heading } of parts) watch.observe(heading);
  }

  const up = find(".up");
  let before = 0;
  up.onclick = () => {
    scrollTo(0, 0);
    find("#inhoud").focus({ preventScroll: true });
  };
  addEventListener("scroll", () => {
    up.hidden = scrollY < 1200 || scrollY > before;
    before = scrollY;
  });

  /* What scrolls sideways must be within reach of a keyboard. */
  const reach = () => {
    for (const one of all(".md-typeset :is(table, pre > code)"))
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
      else one.removeAttribute("tabindex");
  };
  addEventListener("load", reach);
  addEventListener("resize", reach);
})();
