/**
 * Says what the form for editors reads in the YAML files below a folder, as JSON: each value by its file.
 *
 * The form (Sveltia CMS) reads with this package.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { parse } from "yaml";

const folder = argv[2] ?? "";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yml"));
const values = files.map((name) => [name, parse(readFileSync(join(folder, name), "utf8"))]);
console.log(JSON.stringify(Object.fromEntries(values)));
