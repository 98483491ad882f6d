/* The file of a day in a calendar, held against RFC 5545. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./scripts.js");

const Calendar = load("Calendar", ["meeting/calendar.js"], { TextEncoder });

const EVENT = {
  day: "2027-01-15",
  title: "Terugkijken: overleg, deel 2; met \\ en é",
  text: "- Elke maandag één goed bericht (An, Karim)\n- We bellen; twee keer",
  url: "https://gids.test/afspraken/#1;wat1=a",
  uid: "abc@sleutelbos",
  now: new Date("2026-11-27T20:15:30.123Z"),
};
/** The lines as a calendar reads them: what was folded is whole again. */
const lines = (file) => file.replace(/\r\n[ \t]/g, "").split("\r\n");

test("a calendar finds in it what RFC 5545 asks, each once", () => {
  const found = lines(Calendar.file(EVENT));
  assert.deepEqual(found.slice(0, 5), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Sleutelbos//Afspraken//NL",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
  ]);
  assert.deepEqual(found.slice(-3), ["END:VEVENT", "END:VCALENDAR", ""]);
  for (const line of ["UID:abc@sleutelbos", "DTSTAMP:20261127T201530Z", "URL:https://gids.test/afspraken/#1;wat1=a"])
    assert.equal(found.filter((one) => one === line).length, 1, line);
});

test("a whole day has a date and no hour, and ends where the next one begins", () => {
  const of = (day) => lines(Calendar.file({ ...EVENT, day })).filter((line) => /^DT(START|END)/.test(line));
  assert.deepEqual(of("2027-01-15"), ["DTSTART;VALUE=DATE:20270115", "DTEND;VALUE=DATE:20270116"]);
  assert.deepEqual(of("2027-12-31"), ["DTSTART;VALUE=DATE:20271231", "DTEND;VALUE=DATE:20280101"]);
  assert.deepEqual(of("2028-02-28"), ["DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280229"]);
  assert.deepEqual(of("2027-03-27"), ["DTSTART;VALUE=DATE:20270327", "DTEND;VALUE=DATE:20270328"]);
});

test("no sign of a text begins something else", () => {
  const found = lines(Calendar.file(EVENT));
  assert.ok(found.includes("SUMMARY:Terugkijken: overleg\\, deel 2\\; met \\\\ en é"));
  assert.ok(found.includes("DESCRIPTION:- Elke maandag één goed bericht (An\\, Karim)\\n- We bellen\\; twee keer"));
});

test("no line is longer than 75 octets, and no letter is cut in two", () => {
  const text = "é€😀 ".repeat(200);
  const file = Calendar.file({ ...EVENT, text });
  for (const line of file.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(!/[^\r]\n|\r[^\n]/.test(file));
  assert.ok(!file.includes("\ufffd"));
  assert.ok(lines(file).includes(`DESCRIPTION:${text}`));
});

test("without an address there is none", () => {
  assert.ok(!lines(Calendar.file({ ...EVENT, url: "" })).some((line) => line.startsWith("URL")));
});
