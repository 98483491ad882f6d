/* The reader's own running order as /draaiboek/ works with it: what was kept of it, and whatever the selection has besides.
   Another tab may change either at any moment: whatever changes here, changes what is kept by then. */
const RunsheetOwn = (() => {
  const { today } = SelectionEntries;

  /** An entry that was renamed or merged goes on under its name of today. @param {Runsheet} runsheet */
  const renamed = (runsheet) => {
    const parts = runsheet.parts.map((part) => (part.key ? { ...part, key: today(part.key) } : part));
    return RunsheetStore.sanitise({ ...runsheet, parts, without: runsheet.without.map(today) });
  };
  const kept = () => renamed(RunsheetStore.read());

  /** The keys of the selection. */
  const selected = () => SelectionOwn.read().entries.map(({ key }) => key);
  /** What a running order and the selection have in common. @param {Runsheet} runsheet */
  const shared = ({ parts, without }) => {
    const known = new Set([...parts.flatMap(({ key }) => key ?? []), ...without]);
    return selected().filter((key) => known.has(key));
  };
  /** Whether what was kept is for another meeting than what the selection holds by now. */
  const isOther = () => {
    const now = kept();
    return now.parts.some(({ key }) => key) && selected().length > 0 && !shared(now).length;
  };
  /** With what the selection has besides, at the end. @param {Runsheet} runsheet */
  const filled = (runsheet) => {
    const known = new Set(shared(runsheet));
    const added = selected().flatMap((key) => (known.has(key) ? [] : [{ key, minutes: 0, who: "" }]));
    return RunsheetStore.sanitise({ ...runsheet, parts: [...runsheet.parts, ...added] });
  };
  /** As the page shows it: with the title and the notes of the selection, as long as it has none of its own. */
  const read = () => {
    const { title, entries } = SelectionOwn.read();
    const now = filled(kept());
    const parts = now.parts.map((part) =>
      part.key && part.note === undefined ? { ...part, note: entries.find(({ key }) => key === part.key)?.note } : part,
    );
    return { ...now, title: now.title || (parts.length ? title : ""), parts };
  };
  /** Not of the selection any more, and never again: what the selection has, that this does not. @param {Runsheet} runsheet */
  const apart = (runsheet) => ({
    ...runsheet,
    without: selected().filter((key) => !runsheet.parts.some((one) => one.key === key)),
  });

  /** All that the page shows. */
  const state = () => [read(), isOther(), RunsheetStore.isNewer()];
  /** Change it. False when the browser does not keep it. @param {RunsheetChange} act */
  const change = (act) => RunsheetStore.change(() => act(filled(kept())));

  /** What tells a part from another. @param {RunsheetPart} part */
  const named = ({ key, note, ...part }) => key ?? JSON.stringify(part);
  /** Where a part stands by now, in whatever order another tab put it; -1 when it is gone. @param {RunsheetPart[]} parts @param {RunsheetPart} part @param {number} at where it stood */
  const place = (parts, part, at) =>
    parts[at] && named(parts[at]) === named(part) ? at : parts.findIndex((one) => named(one) === named(part));

  /** Whether there is anything to make one of, or to change. */
  const holds = () => read().parts.length + selected().length > 0;

  return { read, holds, kept, isOther, apart, state, change, place };
})();
