/* Answers for the guide, also where there is no network: every page that was opened before, and what every page needs.

   A page always comes from the server, as long as there is one. What comes is kept when it is the very content that this
   version of the guide has: GUIDE, which macros/publish/offline.py writes above this, names each file with its digest. Only a
   page that is of this version, gets its styles and scripts from what is kept: so they always belong together, and nothing
   from before an update, or before it was turned back, is ever shown again. */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HOME = worker.registration.scope;
const CACHE = `gids ${HOME}`;
const FILES = new Map(Object.entries(GUIDE.files));
/* How long a server may be silent before what is kept is shown, in milliseconds. */
const SILENT = 4000;
/** By a page that is open: whether it is of this version. The last ones. @type {Map<string, Promise<boolean>>} */
const ours = new Map();
let looked = false;
let gone = false;

/** Under which address a file is kept: with its digest, so that two versions can stand beside each other. @param {string} path */
const place = (path, digest = FILES.get(path)) => new URL(`${path}?${digest}`, HOME).href;

/** The path of an address below the root of the guide, without what is asked of it. @param {string} address */
const pathOf = (address) => address.split(/[?#]/)[0].slice(HOME.length);

/** @param {string} path @returns {Promise<Response | undefined>} */
const kept = async (path) => (FILES.has(path) ? (await caches.open(CACHE)).match(place(path)) : undefined);

/** @param {BufferSource} body */
const digestOf = async (body) =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", body), 0, 6), (one) =>
    one.toString(16).padStart(2, "0"),
  ).join("");

/**
 * Keep what a server sent. Whether that is what this version has: if not, there is another one, that will find this; and the
 * page that was kept is old.
 * @param {string} path
 * @param {Response} answer
 */
const keep = async (path, answer) => {
  const isThere = answer.ok;
  if (gone || !(isThere || answer.status === 404 || answer.status === 410)) return false;
  const cache = await caches.open(CACHE);
  const body = await answer.arrayBuffer();
  const digest = await digestOf(body);
  const isOurs = isThere && digest === FILES.get(path);
  const type = answer.headers.get("content-type") ?? "";
  const isPage = type.startsWith("text/html");
  if (!isOurs) {
    if (isPage) await cache.delete(new URL(path, HOME), { ignoreSearch: true });
    worker.registration.update().catch(() => {});
  }
  if (!isThere) return false;
  const [, title = ""] = (isPage && /<title>(.*?)<\/title>/s.exec(new TextDecoder().decode(body))) || [];
  const headers = { "content-type": type, "x-title": encodeURIComponent(title) };
  await cache.put(place(path, digest), new Response(body, { headers }));
  return isOurs;
};

/** Fetch files to keep, a few at a time, unless they are kept already. @param {string[]} paths */
const fetchAll = async (paths) => {
  let failed = 0;
  const left = [...new Set(paths)].filter((path) => FILES.has(path));
  const work = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop())
      try {
        if (!(await kept(path)) && !(await keep(path, await fetch(new URL(path, HOME), { cache: "no-cache" }))))
          failed++;
      } catch {
        failed++;
      }
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return failed;
};

/** The paths of what is kept, also of a version before this one. */
const keptPaths = async () => (await (await caches.open(CACHE)).keys()).map(({ url }) => pathOf(url));

/** Take all away, and this too. */
const leave = async () => {
  gone = true;
  await caches.delete(CACHE);
  await worker.registration.unregister();
};

/** A server where this file is not there any more, has a guide that is not kept. */
const look = async () => {
  if (looked) return;
  looked = true;
  const { status } = await fetch(new URL("sw.js", HOME), { method: "HEAD", cache: "no-cache" });
  if (status === 404 || status === 410) await leave();
};

/**
 * Where an address leads that no file stands at: without its last slash, with the name of a file, or a permanent address.
 * @param {string} path
 */
const leads = async (path) => {
  const page = path.replace(/(^|\/)index\.html$/, "$1");
  if (page !== path && FILES.has(page)) return page;
  if (FILES.has(`${page}/`)) return `${page}/`;
  const [letter, id, ...more] = page.replace(/\/$/, "").split("/");
  const data = id && !more.length && (await kept("assets/selection/data.js"));
  if (!data) return undefined;
  const text = await data.text();
  /** @type {{ entries: { permalink: string, aliases: string[], url: string }[] }} */
  const { entries } = JSON.parse(text.slice(text.indexOf("=") + 1, text.lastIndexOf(";")));
  const named = entries.find(
    ({ permalink, aliases }) =>
      permalink === `${letter}/${id}/` || (permalink.startsWith(`${letter}/`) && aliases.includes(id)),
  );
  return named?.url;
};

/** What says that a page is not there, at the address of that page: its own links lead on as if from where it stands. */
const lost = async () => {
  const page = await kept(GUIDE.lost);
  if (!page) return undefined;
  const base = new URL(GUIDE.lost, HOME);
  const text = (await page.text()).replace(
    / (href|src|data-root)="(?!#|[a-z]+:)([^"]*)"/g,
    (_, name, to) => ` ${name}="${new URL(to, base)}"`,
  );
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
};

/** @param {string} path */
const elsewhere = async (path) => {
  const to = await leads(path);
  return to === undefined ? lost() : Response.redirect(new URL(to, HOME).href);
};

/** @param {string} client @param {Promise<boolean>} isOurs */
const note = (client, isOurs) => {
  ours.set(client, isOurs);
  for (const [first] of ours) if (ours.size > 50) ours.delete(first);
};

/** @param {FetchEvent} event @param {string} path */
const answer = async (event, path) => {
  const { request, clientId, resultingClientId } = event;
  const isPage = request.mode === "navigate";
  if (!isPage && (await ours.get(clientId))) {
    const found = await kept(path);
    if (found) return found;
  }
  /* A server may let a browser show for minutes what it had before. */
  const coming = fetch(request, request.cache === "default" ? { cache: "no-cache" } : {});
  const isOurs = coming.then((came) => FILES.has(path) && keep(path, came.clone())).catch(() => false);
  event.waitUntil(
    Promise.all([coming, isOurs])
      .then(look)
      .catch(() => {}),
  );
  /* This may have slept, and know no page any more. */
  if (!isPage) return coming.catch(async () => (await kept(path)) ?? coming);
  note(resultingClientId, isOurs);
  const silence = new Promise((late) => setTimeout(late, SILENT));
  const came = await Promise.race([coming, silence]).catch(() => undefined);
  if (came instanceof Response) return came;
  const found = (await kept(path)) ?? (await coming.catch(() => elsewhere(path)));
  if (!found) return coming;
  if (!found.url) note(resultingClientId, Promise.resolve(true));
  return found;
};

worker.addEventListener("install", (event) => {
  const install = async () => {
    /* Who saves data, loses at an update what changed, until it is opened again. */
    const before = navigator.connection?.saveData ? [] : await keptPaths();
    if (await fetchAll(GUIDE.always)) throw new Error("not all came");
    await fetchAll(before);
    await worker.skipWaiting();
  };
  event.waitUntil(install());
});

worker.addEventListener("activate", (event) => {
  const clean = async () => {
    const cache = await caches.open(CACHE);
    const now = new Set([...FILES.keys()].map((path) => place(path)));
    for (const { url } of await cache.keys()) if (!now.has(url)) await cache.delete(url);
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener("fetch", (event) => {
  const { url, method, mode } = event.request;
  if (gone || method !== "GET" || !url.startsWith(HOME)) return;
  const path = pathOf(url);
  if (FILES.has(path) || (mode === "navigate" && /(^|\/)[^./]*$|\.html$/.test(path)))
    event.respondWith(answer(event, path));
});

/* What a page asks: to keep these, to tell what is kept and what more there is, or to forget all of it. */
worker.addEventListener("message", (event) => {
  /** @type {{ keep?: string[], tell?: true, forget?: true }} */
  const { keep: addresses, tell, forget } = event.data;
  const [port] = event.ports;
  const act = async () => {
    if (forget) await leave();
    if (addresses) gone = false;
    const failed = addresses ? await fetchAll(addresses.filter((one) => one.startsWith(HOME)).map(pathOf)) : 0;
    const have = new Set(tell && (await (await caches.open(CACHE)).keys()).map(({ url }) => url));
    const missing = tell ? [...FILES.keys()].filter((path) => !have.has(place(path))) : [];
    port?.postMessage({ failed, missing: missing.map((path) => new URL(path, HOME).href) });
  };
  event.waitUntil(act());
});
