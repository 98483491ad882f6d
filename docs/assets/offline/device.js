/* What of the guide is kept on this device: shows it, keeps all of it, or takes it away. The service worker (worker.js) shows
   this page in the place of one that was not kept. */
(async () => {
  const { find, make, root } = Page;
  const { serviceWorker } = navigator;
  const view = find(".device");
  const here = new URL("over/zonder-internet/", root).href;
  const away = !Page.onDisk() && location.href.split(/[?#]/)[0] !== here;
  const status = make("p", { class: "device__status", role: "status" });
  const bar = make("progress", { class: "device__bar", "aria-label": "Hoeveel er bewaard is", hidden: true });
  const keepAll = make("button", { type: "button", hidden: true });
  const forget = make("button", { type: "button", class: "device__forget", hidden: true }, "Verwijder van dit toestel");
  const list = make("div", { class: "device__list" });
  view.replaceChildren(status, bar, make("p", { class: "device__row" }, keepAll, forget), list);

  /** The worker, once it has begun. It fails where there is none, also when not all came that it begins with. */
  const begun = async () => {
    const { installing, waiting, active } = (await serviceWorker.getRegistration(root)) ?? {};
    const worker = active ?? waiting ?? installing;
    if (!worker) throw new Error("no worker");
    if (worker === active) return worker;
    await new Promise((done, failed) => {
      worker.onstatechange = () => {
        if (worker.state === "activated") done(worker);
        if (worker.state === "redundant") failed(new Error("not all came"));
      };
    });
    return worker;
  };

  /** Ask the worker. @param {KeptRequest} asked @returns {Promise<KeptAnswer>} */
  const ask = async (asked) => {
    const worker = await begun();
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
      worker.postMessage(asked, [port2]);
    });
  };

  /** The pages that are kept, the last one first, with what they are called. */
  const pages = async () => {
    const cache = await caches.open(`gids ${root}`);
    const requests = (await cache.keys()).filter(
      ({ url }) => ![`${root}assets/`, here].some((one) => url.startsWith(one)),
    );
    const found = requests.map(async (request) => {
      const said = decodeURIComponent((await cache.match(request))?.headers.get("x-title") ?? "");
      const title = new DOMParser().parseFromString(said, "text/html").body.textContent ?? "";
      return { url: request.url.split("?")[0], title: title.replace(/^(.+) - .*$/s, "$1") };
    });
    return (await Promise.all(found)).reverse();
  };

  const show = async () => {
    if (!serviceWorker || typeof GUIDE_SIZE === "undefined")
      return say(
        "Deze gids blijft niet bewaard. Daarvoor moet hij op het internet staan, met https, in een gewoon venster.",
      );
    const kept = await pages();
    const { missing } = await ask({ tell: true }).catch(() => ({ missing: [""] }));
    keepAll.textContent = `Bewaar de hele gids op dit toestel (${GUIDE_SIZE} MB)`;
    keepAll.hidden = !missing.length || away || !navigator.onLine;
    forget.hidden = !kept.length || away;
    list.replaceChildren();
    if (!missing.length) return say("De hele gids staat op dit toestel.");
    say(
      kept.length
        ? `Op dit toestel: ${kept.length} ${kept.length === 1 ? "pagina" : "pagina's"}.`
        : "Er is nog niets bewaard.",
    );
    const rows = kept.map(({ url, title }) => make("li", {}, make("a", { href: url }, title)));
    const said = make("summary", {}, "Wat je hier zonder verbinding kunt lezen");
    const fold = make("details", { class: "more", open: rows.length < 13 || away }, said, make("ul", {}, ...rows));
    if (rows.length) list.append(fold);
  };

  /** @param {string} words */
  const say = (words) => {
    status.textContent = words;
  };

  keepAll.onclick = async () => {
    keepAll.disabled = true;
    let failed = 0;
    try {
      await serviceWorker.register(new URL("sw.js", root));
      const { missing } = await ask({ tell: true });
      bar.max = missing.length;
      bar.value = 0;
      bar.hidden = false;
      say("Dit duurt even. Laat deze pagina open.");
      while (missing.length) {
        ({ failed } = await ask({ keep: missing.splice(0, 20) }));
        bar.value = bar.max - missing.length;
        if (failed) break;
      }
    } catch {
      failed = 1;
    }
    bar.hidden = true;
    keepAll.disabled = false;
    await show();
    if (failed) say("Niet alles is gekomen. Wat er is, blijft. Probeer het straks opnieuw.");
  };

  forget.onclick = async () => {
    await ask({ forget: true });
    keepAll.hidden = false;
    forget.hidden = true;
    list.replaceChildren();
    say("Alles is weg van dit toestel. Open je de gids opnieuw, dan bewaart hij weer wat je leest.");
  };

  /* At the address of a page that was not kept. */
  if (away) {
    const words = "Geen verbinding";
    document.title = words;
    find("h1").replaceChildren(words);
    find(".lead").textContent = "Deze pagina staat nog niet op dit toestel. Je ziet ze zodra er weer verbinding is.";
    const again = make("button", { type: "button" }, "Probeer opnieuw");
    again.onclick = () => location.reload();
    find(".device__row").prepend(again);
    addEventListener("online", () => location.reload());
  }
  if (Page.onDisk()) return say("Je leest de gids van een schijf of een stick: alles staat er al op.");
  try {
    await show();
  } catch {
    say("In dit venster kan de gids niets bewaren.");
  }
})();
