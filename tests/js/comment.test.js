/* The answer under a proposal: what code of a stranger wrote is shown, and does nothing. */
const assert = require("node:assert/strict");
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { test } = require("node:test");
const { bodyOf, comment, harmless } = require("../../.github/comment.js");

const SHA = "4d1f";
const RUN = {
  conclusion: "failure",
  head_branch: "een-tip",
  head_repository: { owner: { login: "collega" } },
  head_sha: SHA,
  html_url: "https://github.com/school/gids/actions/runs/7",
};
const OURS = { id: 3, user: { type: "Bot" }, body: bodyOf("De controle vindt niets.", RUN) };

/** What is sent to GitHub. said: the comments that stand there; sha: the newest save of the proposal. */
async function sent({ said = [], sha = SHA, answer = "De controle vindt 1 probleem.", run = RUN } = {}) {
  const calls = [];
  const issues = {
    listComments() {},
    createComment: async (asked) => calls.push(["create", asked]),
    updateComment: async (asked) => calls.push(["update", asked]),
  };
  const list = async ({ head }) => {
    assert.equal(head, "collega:een-tip", "GitHub says whose it is, not what the code of the proposal wrote");
    return { data: [{ number: 12, head: { sha } }] };
  };
  const github = { rest: { issues, pulls: { list } }, paginate: async () => said };
  const folder = mkdtempSync(join(tmpdir(), "antwoord-"));
  const file = join(folder, "antwoord.md");
  if (answer !== null) writeFileSync(file, answer);
  const context = { repo: { owner: "school", repo: "gids" }, payload: { workflow_run: run } };
  try {
    await comment({ github, context }, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return calls;
}

test("what is wrong stands under the proposal, once", async () => {
  const [[did, asked]] = await sent();
  assert.equal(did, "create");
  assert.equal(asked.issue_number, 12);
  assert.match(asked.body, /De controle vindt 1 probleem\./);

  const [[again, changed]] = await sent({ said: [{ id: 1, user: { type: "User" }, body: OURS.body }, OURS] });
  assert.equal(again, "update");
  assert.equal(changed.comment_id, OURS.id);
});

test("what belongs to an older save is not said any more", async () => {
  assert.deepEqual(await sent({ sha: "9e0a" }), []);
});

test("a check that failed itself is told as well", async () => {
  const [[, { body }]] = await sent({ answer: null });
  assert.match(body, /De controle raakte niet klaar/);
});

test("a proposal without mistakes tells where one sees it", async () => {
  const [[, { body }]] = await sent({ run: { ...RUN, conclusion: "success" } });
  assert.match(body, /Bekijk het voorstel: .*\(https:\/\/github\.com\/school\/gids\/actions\/runs\/7\)/);
});

for (const bad of [
  "![](https://kwaad.be/telt.png)",
  "[Meld je hier aan](https://kwaad.be)",
  "[aan]: https://kwaad.be",
  "https://kwaad.be www.kwaad.be",
  "<img src=x> <!-- weg --> </details> <https://kwaad.be>",
  "@school/redactie sluit #12",
]) {
  test(`it does nothing: ${bad}`, () => {
    assert.doesNotMatch(harmless(bad), /]\(|]:|:\/\/|www\.|<[a-z!/]|@\w|#\d/i);
    assert.equal(harmless(bad).replaceAll("\u200b", ""), bad, "and reads the same");
  });
}

test("an answer without end is cut off where GitHub would refuse it", () => {
  assert.ok(bodyOf("a".repeat(500_000), RUN).length < 65_536);
  assert.ok(bodyOf("www.".repeat(50_000), RUN).length < 65_536);
});
