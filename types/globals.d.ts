/* What the scripts in docs/assets hand to each other: data that the build writes, and what is fetched on demand. */

/** One entry of catalogue.json; its whole shape is in catalogue.schema.json. */
interface CatalogueEntry extends SelectionRecord {
  id: string;
}

/** What a selection shows of an entry. */
interface SelectionRecord {
  kind: string;
  title: string;
  summary: string;
  url: string;
  permalink: string;
  aliases: string[];
}

interface Catalogue {
  /** What a reader calls an entry of each kind. */
  kinds: Record<string, string>;
  entries: CatalogueEntry[];
}

/** The catalogue by key, also under the keys of before, with what each kind is called. */
interface Records {
  kinds: Record<string, string>;
  entries: Map<string, SelectionRecord>;
}

/** assets/selection/data.js, fetched by a page with a selection: url is where an entry stands in this copy of the guide. */
declare var SelectionData: { kinds: Record<string, string>; entries: SelectionRecord[] };

/** assets/selection/pages/, in a copy for a disk: the HTML of a page, by its path. */
declare var SelectionPages: Record<string, string>;

interface SelectionEntry {
  /** Its permanent address without the slash at the end: t/familiemuur. */
  key: string;
  note: string;
}

interface SelectionContent {
  title: string;
  entries: SelectionEntry[];
}

/** When something was tried, and how it went; the day as 2026-11-27, or "" when no one knows. */
interface TriedLine {
  day: string;
  how: string;
}

/** What is kept under one name: lines, or an object. */
type OursValue = string[] | Record<string, any>;

interface OursPart {
  name: string;
  value: OursValue;
}

/** What a school keeps of its own: parts by name, and what did not fit in them when two became one. */
interface OursGuide {
  parts: Map<string, OursValue>;
  aside: OursPart[];
}

/** Makes another selection of one. */
type SelectionChange = (now: SelectionContent) => SelectionContent;

interface ReceivedSelection extends SelectionContent {
  more: number;
  unread: number;
  newer: boolean;
}

/** What one sheet asks in the self-scan, as its part of the page says it: see docs/assets/scan/ask.js */
interface ScanAsked {
  part: HTMLElement;
  /** Where it says what was done: see docs/assets/own/said.js */
  said: { line: HTMLElement; back: HTMLElement; say(text: string, undo?: () => unknown, label?: string): void };
  sheet: string;
  /** What tells its statements from those of another edition (macros/pages/selfscan.py). */
  edition: string;
  title: string;
  /** The words of the answers, from little to much, and how many there are. */
  words: string[];
  of: number;
  /** For each statement: what it is about, its words, what it comes down to, and what helps. */
  abouts: string[];
  texts: string[];
  explained: string[];
  helps: (Element | null)[];
}

/** Answers as they are handed over: a digit for each statement. mark: of who answered, by chance, and no name. */
interface ScanCode {
  edition: string;
  answers: string;
  mark: string;
}

/** A scan that was done on this device, by what each statement is about. */
interface ScanDone {
  sheet: string;
  date: string;
  of: number;
  mark: string;
  answers: Record<string, number>;
}

/** All that a device keeps of the self-scan: what was begun by sheet, what was done, and what a team handed over. */
interface ScanKept {
  begun: Record<string, Record<string, number>>;
  done: ScanDone[];
  team: ScanCode[];
}

/** What a team agreed on: what, who does it, when, and the entry that it came up at, if any. */
interface Agreement {
  what: string;
  who: string;
  when: string;
  key: string;
}

/** date_back: the day on which they look back, as 2027-01-15; or "". */
interface AgreementsContent {
  title: string;
  date_back: string;
  items: Agreement[];
}

interface ReceivedAgreements extends AgreementsContent {
  more: number;
  unread: number;
  newer: boolean;
}

/** A screen of a meeting: an entry by its key, or words of one's own; and the minutes for it, 0 when no one gave any. */
interface MeetingPart {
  key: string;
  own: string;
  minutes: number;
}

/** assets/meeting/asks.js: what a team can talk about at an entry, by its key. Not there when it could not be fetched. */
declare var MeetingAsks: Record<string, string> | undefined;

/** Something that a reader can send. personal: whether what others may not be meant to read, goes along; hint says what that is. */
interface Sent {
  title(): string;
  address(personal: boolean): string;
  hint: string;
}

/** Something that can be found (macros/publish/search_data.py writes these, column by column). */
interface SearchRecord {
  kind: string;
  /** Its permanent address without the slash at the end, if it has one. */
  key: string;
  label: string;
  address: string;
  page: string;
  title: string;
  text: string;
  words: string;
  further: string;
  levels: string[];
  audience: string[];
}

/** The words of the fields of a record. */
interface SearchFields {
  title: string[];
  words: string[];
  text: string[];
  further: string[];
}

/** Where one stem stands: how rare it is, in which records, and how much it says about each. */
interface Posting {
  rarity: number;
  which: Int32Array;
  says: Float64Array;
}

/**
 * One word of a query: its place there, the terms that it may stand for, and the phrases that may be meant by it,
 * each with how surely, and by how many words.
 */
interface Concept {
  index: number;
  terms: Map<string, number>;
  phrases: { phrase: string[]; surely: number; length: number }[];
  /** Whether it stands in several words that mean something together: then it tells, also when it is a light word. */
  told?: boolean;
}

/** What was found. via: the record that led there, when no word of the query did. */
interface Hit {
  which: number;
  record: SearchRecord;
  score: number;
  via?: SearchRecord;
}

/** Something that people look for and the guide does not have, who can help, and where what does help stands in the records. */
interface SearchGap {
  line: string;
  help: SearchRecord[];
  still: number[];
}

type NamedValues = [value: string, label: string][];

interface SearchDataFile {
  kinds: NamedValues;
  /** What the permanent addresses of a kind begin with. */
  letters: Record<string, string>;
  levels: NamedValues;
  audience: NamedValues;
  /** A line for each page. In addresses, anchors and ids a space stands for a hyphen. */
  pages: [address: string, title: string];
  /** Of all records one after the other: numbers, or a line for each. */
  records: [
    kind: number[],
    /** The steps from the page of the record before. */
    page: number[],
    /** Without the kind before it, when the kind has permanent addresses. */
    anchor: string,
    title: string,
    text: string,
    words: string,
    further: string,
    levels: number[],
    audience: number[],
    id: string,
  ];
  /** For each record, those further on that name it or that it names: the steps to each from the one before. */
  links: number[][];
  /** A line for each group: phrases with commas between them. */
  synonyms: string;
  everyday: [say: string, mean: string];
  /** What the guide does not have: how people say it, what is said then, and the records of who can help and of what does help. */
  gaps: [say: string[], line: string, help: number[], still: number[]][];
}

/** assets/search/data.js, fetched with the first search. */
declare var SearchData: SearchDataFile;

/** assets/home/tips/, each fetched by the start page when its day comes: what can be done in two minutes. */
declare var QuickTips: Record<number, [key: string, title: string, address: string, line: string]>;

/** assets/vendor/qrcode-generator, fetched with the first QR code. */
declare function qrcode(
  version: number,
  correction: "L" | "M" | "Q" | "H",
): {
  addData(text: string): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
};

/** Not in every browser: whether a reader saves data. */
interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

/** What a page asks of the service worker: to keep these addresses, to tell what there is, or to take all of it away. */
interface KeptRequest {
  keep?: string[];
  tell?: true;
  forget?: true;
}

/** What it answers: how many could not be kept, and the addresses that are not kept. */
interface KeptAnswer {
  failed: number;
  missing: string[];
}

/** How much the whole guide takes on a device, in MB, where it can be kept (macros/publish/offline.py). */
declare const GUIDE_SIZE: number | undefined;

type SheetField = HTMLInputElement | HTMLTextAreaElement;

/** A worksheet on its page, for what is fetched when someone asks for it. */
interface FilledSheet {
  id: string;
  title: string;
  fields: SheetField[];
  value(field: SheetField): string | boolean;
  /** The first letters that its PDF cannot hold. */
  lacking(): Set<string>;
  say(first: string): void;
  print(): Promise<unknown>;
  /** Put other values in all fields. Whether they are kept. */
  replace(values: Map<SheetField, string | boolean>): boolean;
}

/** What was filled in, in a file: the name of a field, what it asked, and the answer. */
interface SheetAnswer {
  name: string;
  label: string;
  value: string | boolean;
}

/** What a content file can hold, once it is written. */
type Written = string | Written[] | { [name: string]: Written };

/** The fields that a record begins with, in order. */
type WrittenOrder = (record: { [name: string]: unknown }) => string[];

/** A field of the form editor, as macros/publish/form_fields.py makes it. */
interface FormField {
  name: string;
  fields?: FormField[];
  /** What a record in a list can be, and the field that says which. */
  types?: { name: string; fields: FormField[] }[];
  typeKey?: string;
}

/** What one file holds, or each file of a folder. */
interface FormOfFile {
  fields: FormField[];
}

/** redactie/config.js: what the form editor is started with. */
declare var FORM_CONFIG: { collections: (FormOfFile | { files: FormOfFile[] })[] };

/** Sveltia CMS, as far as we use it. */
declare var CMS: {
  init(options: { config: object }): void;
  registerCustomFormat(
    name: string,
    extension: string,
    format: { toFile(values: { [name: string]: unknown }): string },
  ): void;
};

/** A part of a meeting: an entry, a break, or something of the reader's own. minutes: 0 as long as no one gave it a time. */
interface RunsheetPart {
  key?: string;
  break?: true;
  own?: string;
  minutes: number;
  who?: string;
  /** As long as there is none, that of the entry in the selection counts. */
  note?: string;
}

/** The running order of a meeting. start: 13:30, or "". people: how many come, or 0. bring: a line for each thing. */
interface Runsheet {
  /** As long as there is none, that of the selection counts. */
  title: string;
  start: string;
  people: number;
  parts: RunsheetPart[];
  bring: string;
  /** What is in the selection, and not in this meeting. */
  without: string[];
}

type RunsheetChange = (now: Runsheet) => Runsheet;

interface ReceivedRunsheet extends Runsheet {
  unread: number;
  newer: boolean;
}

/** What to bring: things with the methods that want them, sheets with how many, and lines of the reader's own. */
interface RunsheetNeeds {
  things: { thing: string; of: string[] }[];
  sheets: { key: string; title: string; count: string }[];
  own: string[];
}

/** assets/runsheet/data.js: of each method its steps as sentences, its materials and its sheets; and for whom a sheet is printed. */
declare var RunsheetData: {
  methods: Record<string, [steps: string[][], materials: string[], sheets: string[]]>;
  sheets: Record<string, string>;
};

/** A change of what is kept, what is said of it, and what puts it back. */
type OwnChange<T> = [act: (now: T) => T, text: () => string, undo?: (() => (now: T) => T) | null];

/** What the table of a running order asks of its page: docs/assets/own/page.js says what each does. */
interface RunsheetView {
  keep(act: RunsheetChange): void;
  done(act: RunsheetChange, text: () => string, undo?: (() => RunsheetChange) | null, ...after: string[]): void;
  tools(
    name: string,
    ways: [sooner: string, later: string],
    at: number,
    last: number,
    moved: (by: 1 | -1) => OwnChange<Runsheet>,
    gone: () => OwnChange<Runsheet>,
  ): HTMLElement;
}

/** A row of that table, and what the table offers to it. */
interface RunsheetRowOf {
  part: RunsheetPart;
  at: number;
  id: string;
  name: string;
}
interface RunsheetTableOf extends RunsheetView {
  last: number;
}

/** assets/poster/pictures/of.js, fetched by /affiches/: the name of each picture, with the keys of what it shows. */
declare var PosterPictures: Record<string, string[]>;

/** Where on its page stands what a poster says of an entry; of what stands behind it, with the words above it. */
interface PosterPlaces {
  front: string;
  behind: [words: string, selector: string][];
}
