/* What this device keeps of the self-scan, under one name: what was begun, what was done and when, what a team handed
   over. */
const ScanStore = (() => {
  const ID = /^(?!.{100})[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const { MOST } = ScanAnswers;

  /** The fields of anything. @param {any} raw @returns {[string, any][]} */
  const fields = (raw) => Object.entries(raw && typeof raw === "object" ? raw : {}).filter(([id]) => ID.test(id));
  /** Answers by what they are about, out of anything. @param {any} raw @returns {Record<string, number>} */
  const answered = (raw) =>
    Object.fromEntries(
      fields(raw)
        .filter(([, one]) => [1, 2, 3, 4, 5, 6].includes(one))
        .slice(0, MOST.statements),
    );
  /**
   * What can be used of a list, each mark once, and only the fields that it needs.
   * @param {any} raw
   * @param {(one: any) => any} made of one of them; anything false when it cannot be used
   * @returns {any[]}
   */
  const listed = (raw, made) => {
    const all = Array.isArray(raw) ? raw.filter((one) => /^[\da-z]{6}$/.test(one?.mark)).map(made) : [];
    return [...new Map(all.filter(Boolean).map((one) => [one.mark, one])).values()];
  };

  /** What is kept, out of anything. @param {any} raw @returns {ScanKept} */
  const sanitise = (raw) => ({
    begun: Object.fromEntries(fields(raw?.begun).map(([sheet, answers]) => [sheet, answered(answers)])),
    done: listed(
      raw?.done,
      ({ sheet, date, of, mark, answers }) =>
        ID.test(sheet) &&
        typeof date === "string" &&
        DAY.test(date) &&
        Date.parse(date) && { sheet, date, of, mark, answers: answered(answers) },
    ).slice(-MOST.kept),
    team: listed(
      raw?.team,
      ({ edition, answers, mark }) =>
        /^[\da-f]{5}$/.test(edition) && /^[1-6]{1,60}$/.test(answers) && { edition, answers, mark },
    ).slice(0, 10 * MOST.team),
  });

  return ownStore("zelfscan", sanitise);
})();
