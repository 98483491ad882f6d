/** What macros/publish/offline.py writes above the worker. */
declare const GUIDE: {
  /** The path of the page that shows itself where one was not kept. */
  lost: string;
  /** The paths of what is kept without being opened. */
  always: string[];
  /** Each file that can be kept, by its path below the root of the site, with its digest. */
  files: Record<string, string>;
};

/** Not in every browser: whether a reader saves data. */
interface WorkerNavigator {
  readonly connection?: { readonly saveData?: boolean };
}
