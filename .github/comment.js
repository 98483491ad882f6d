/* Writes the answer of the check under a proposal: one comment, brought up to date at each save. See workflows/comment.yml. */
const { existsSync, readFileSync } = require("node:fs");

const MARK = "<!-- het antwoord van de controle -->";
const MOST = 60_000; // GitHub takes 65,536 signs.
const NO_ANSWER =
  "### De controle raakte niet klaar\n\n" +
  "Dat ligt niet aan je tekst alleen. Wie de gids uitgeeft, vindt de reden in het verslag hieronder.";

/**
 * What code of a stranger wrote, as text in which nothing works: no HTML, no link, no image, no one who is called.
 * A sign of no width keeps apart what together would mean something.
 * @param {string} text
 */
function harmless(text) {
  return text
    .replace(/<(?=[a-z/!?])/gi, "<\u200b")
    .replace(/](?=[([:])/g, "]\u200b")
    .replace(/:(?=\/\/)/g, ":\u200b")
    .replace(/\bwww(?=\.)/gi, "www\u200b")
    .replace(/@(?=\w)/g, "@\u200b")
    .replace(/#(?=\d)/g, "#\u200b")
    .slice(0, MOST);
}

/**
 * @param {string} answer What the check found, as Markdown; nothing when it did not get that far.
 * @param {{ html_url: string, conclusion: string }} run
 */
function bodyOf(answer, { html_url, conclusion }) {
  const where =
    conclusion === "success"
      ? `Bekijk het voorstel: haal onderaan op [deze pagina](${html_url}) „voorbeeld” op, pak het uit en open index.html.`
      : `[Het hele verslag](${html_url})`;
  return [MARK, harmless(answer) || NO_ANSWER, where].join("\n\n");
}

/**
 * The proposal that a run belongs to, by what GitHub says of that run; none when something newer was saved meanwhile.
 * A run of a copy names no proposal, and what its code says it is, we do not ask.
 */
async function proposalOf(github, repo, run) {
  const head = `${run.head_repository.owner.login}:${run.head_branch}`;
  const { data } = await github.rest.pulls.list({ ...repo, state: "open", head });
  return data.find((proposal) => proposal.head.sha === run.head_sha);
}

/** Answer, or bring the answer up to date. file: where what the check found stands. */
async function comment({ github, context }, file) {
  const run = context.payload.workflow_run;
  const proposal = await proposalOf(github, context.repo, run);
  if (!proposal) return;
  const body = bodyOf(existsSync(file) ? readFileSync(file, "utf8").trim() : "", run);
  const place = { ...context.repo, issue_number: proposal.number };
  const said = await github.paginate(github.rest.issues.listComments, { ...place, per_page: 100 });
  const ours = said.find((other) => other.user?.type === "Bot" && other.body?.startsWith(MARK));
  if (ours) await github.rest.issues.updateComment({ ...context.repo, comment_id: ours.id, body });
  else await github.rest.issues.createComment({ ...place, body });
}

module.exports = { bodyOf, comment, harmless };
