/* When each part of a meeting begins, and how long it all takes. Times in, times out: nothing here knows of a page. */
const RunsheetClock = (() => {
  const DAY = 24 * 60;

  /** 13:30 as minutes since midnight; none for no time. @param {string} time */
  const minutes = (time) => {
    const [hours, rest] = time.split(":").map(Number);
    return hours * 60 + rest;
  };
  /** @param {number} since midnight */
  const time = (since) =>
    Number.isNaN(since)
      ? ""
      : [(since % DAY) / 60, since % 60].map((one) => String(Math.floor(one)).padStart(2, "0")).join(":");

  /**
   * When each part begins and when all is over: "" as long as no one can know, because there is no start, or a part before
   * it has no time yet. open: how many have none.
   * @param {{ start: string; parts: { minutes: number }[] }} runsheet
   */
  const times = ({ start, parts }) => {
    let now = start ? minutes(start) : NaN;
    const at = parts.map(({ minutes }) => {
      const begins = time(now);
      now += minutes || NaN;
      return begins;
    });
    const total = parts.reduce((sum, { minutes }) => sum + minutes, 0);
    return { at, end: time(now), total, open: parts.filter(({ minutes }) => !minutes).length };
  };

  /** @param {number} total */
  const lasting = (total) => {
    const hours = Math.floor(total / 60);
    const rest = total % 60;
    const left = Words.counted(rest, "minuut", "minuten");
    return hours ? [`${hours} uur`, ...(rest ? [left] : [])].join(" en ") : left;
  };

  return { times, lasting };
})();
