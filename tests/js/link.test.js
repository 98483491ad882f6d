/* Links as mail programs, chats and hands leave them, and where they were meant to lead. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");

const { decoded, names, query, meant } = load("Link", ["link/link.js"]);

const went = (address) => {
  const { path, query, fragment } = meant(address);
  return path + query + (fragment && `#${fragment}`);
};

test("a # that was encoded on the way leads on, on every page and however often", () => {
  const WENT = {
    "selectie/%231;t.familiemuur,m.waaromvraag": "selectie/#1;t.familiemuur,m.waaromvraag",
    "selectie/%25231;t.familiemuur": "selectie/#1;t.familiemuur",
    "selectie/%2525231%253Bt.familiemuur": "selectie/#1%253Bt.familiemuur",
    "selectie%231;t.familiemuur": "selectie/#1;t.familiemuur",
    "Selectie/%231;t.familiemuur;titel=Van%20mij": "selectie/#1;t.familiemuur;titel=Van%20mij",
    "tips/%23tip-familiemuur": "tips/#tip-familiemuur",
    "tips%2F%23tip-familiemuur": "tips/#tip-familiemuur",
    "t/familiemuur/%23x": "t/familiemuur/#x",
    "%23mijn-plek": "#mijn-plek",
    "werkvormen/%3Fwaarvoor=thuis": "werkvormen/waarvoor=thuis",
    "werkvormen/%253Fwaarvoor%253Dthuis": "werkvormen/waarvoor%3Dthuis",
    "tips/%3Futm_source=x%23tip-a": "tips/utm_source=x#tip-a",
    "selectie/*1;t.familiemuur": "selectie/#1;t.familiemuur",
    "selectie/-231;t.familiemuur": "selectie/#1;t.familiemuur",
    "selectie/=231;t.familiemuur": "selectie/#1;t.familiemuur",
    "selectie/%EF%BC%831;t.familiemuur": "selectie/#1;t.familiemuur",
    "t/a*1;b": "t/a*1;b/",
  };
  for (const [address, there] of Object.entries(WENT)) assert.equal(went(address), there, address);
});

test("what hangs on to the address of a page is taken off", () => {
  const LEFT = [
    "t/familiemuur",
    "t/familiemuur/",
    "t/familiemuur.",
    "t/familiemuur/.",
    "t/familiemuur)",
    "t/familiemuur/)",
    "t/familiemuur%3E",
    "t/familiemuur,",
    "t/familiemuur;",
    "t/familiemuur%22",
    "t/familiemuur’",
    "t/familiemuur%E2%80%9D",
    "t/familiemuur%20",
    "t/familiemuur%2520",
    "t/familiemuur&utm_source=x",
    "t/familiemuur/&utm_source=https://x.be/y",
    "t/familiemuur/&amp;fbclid=x",
    "t/familiemuur&gt;",
    "t/familie%0Amuur/",
    "t/familie%0D%0A%3E%20muur",
    "t/familie%C2%ADmuur%E2%80%8B",
    "T/Familiemuur/",
    "T/FAMILIEMUUR",
    "%22t/familiemuur%22",
    "%3Ct/familiemuur%3E",
    "t/familiemuur=20",
    "t/familie=muur/",
    "t/familiemuur__;!!abc$",
    "t/familiemuur%3C/a%3E",
    "t/familiemuur%3Cbr%20/%3E",
    "t/familiemuur/%22target=",
    "t/familiemuur](https://gids.test/t/familiemuur/)",
    "t/familiemuur%7CTitel",
    "t//familiemuur/",
    "t%2Ffamiliemuur",
    "%74/familiemuur",
  ];
  for (const address of LEFT) assert.equal(went(address), "t/familiemuur/", address);
  assert.equal(went("werkbladen/problemenboom.pdf)."), "werkbladen/problemenboom.pdf");
});

test("where a link was meant to lead, is where it leads when it is read again", () => {
  const ODD = [
    "",
    "%",
    "%E0%A4%A",
    "%25",
    "100%2525",
    "a%00b",
    "%C3%28",
    "....",
    "x".repeat(5000),
    "%2e%2e/%2e",
    "é/ß",
  ];
  for (const address of [
    ...ODD,
    "(".repeat(20_000),
    "%23".repeat(20_000),
    "&a=".repeat(20_000),
    "%20".repeat(20_000),
  ]) {
    const { path } = meant(address);
    const again = new URL("https://gids.test/");
    again.pathname = path;
    assert.equal(meant(again.pathname.slice(1)).path, path, address.slice(0, 20));
  }
});

test("no address leads to another site", () => {
  for (const address of [
    "/evil.test/%23x",
    "%2F%2Fevil.test",
    "\\\\evil.test",
    "%5C%5Cevil.test/%23",
    "https:%2F%2Fevil.test",
  ]) {
    const to = new URL("https://gids.test/");
    to.pathname = `/${meant(address).path}`;
    assert.equal(to.host, "gids.test", address);
  }
});

test("the place on a page that an anchor was meant for is among its names", () => {
  for (const anchor of [
    "tip-familiemuur.",
    "tip-familiemuur)",
    "tip-familiemuur%3E",
    "tip-familiemuur&utm_source=x",
    "tip-familiemuur?fbclid=x",
    "tip-familiemuur&amp;x=y",
    "Tip-Familiemuur",
    "tip-familie%0Amuur",
    "tip-familie%20muur",
    "tip-familiemuur%20zie%20je%20morgen",
    "tip%252Dfamiliemuur",
    "%23tip-familiemuur",
  ])
    assert.ok(ours(names(anchor)).includes("tip-familiemuur"), anchor);
  assert.deepEqual(ours(names("%E0%A4%A")), ["a"]);
  assert.deepEqual(ours(names("%")), []);
});

test("what a query asks, is read also when its signs were encoded", () => {
  for (const hurt of [
    "?waarvoor=thuis&niveau=lager",
    "?waarvoor=thuis&amp;niveau=lager",
    "?waarvoor=thuis&amp;amp;niveau=lager",
    "?waarvoor%3Dthuis%26niveau%3Dlager",
    "?waarvoor%253Dthuis%2526niveau%253Dlager",
    "?waarvoor=thuis%26niveau%3Dlager",
    "?waarvoor=3Dthuis&niveau=3Dlager",
    "?waarvoor=3Dthuis&amp;niveau=3Dlager",
  ])
    assert.equal(String(query(hurt)), "waarvoor=thuis&niveau=lager", hurt);
  assert.equal(query("?zoek=Jan%20%26%20Piet").get("zoek"), "Jan & Piet");
});

test("bytes that spell nothing are left out, and the rest stays", () => {
  assert.equal(decoded("caf%C3%A9%F0%9F%98 %E0%A4%A 100%"), "café %A 100%");
});
