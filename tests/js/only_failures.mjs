/* Reports to a terminal what failed and why, and in the end how many tests there were. */
export default async function* onlyFailures(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (data?.details?.type === "suite" || !["test:pass", "test:fail"].includes(type)) continue;
    if (type === "test:pass") {
      passed += 1;
      continue;
    }
    failed += 1;
    const { error } = data.details;
    const place = data.file ? `${data.file}:${data.line}` : "";
    yield `✖ ${data.name}\n  ${place}\n${String(error?.cause?.stack ?? error?.cause ?? error).replace(/^/gm, "    ")}\n\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
