/** Starts the form editor with the configuration that the model gave, and writes its files as the guide writes them. */
(() => {
  "use strict";

  /** By what tells a record from others in its list, such as `block: lines`, its fields in order. @type {Map<string, string[]>} */
  const orders = new Map();
  /** The fields by which records are told apart. @type {Set<string>} */
  const tags = new Set();

  /** @param {FormField[]} fields */
  const read = (fields) => {
    for (const { fields: within, types, typeKey } of fields) {
      if (within) read(within);
      if (!types || !typeKey) continue;
      tags.add(typeKey);
      for (const one of types) {
        orders.set(`${typeKey}: ${one.name}`, [typeKey, ...one.fields.map(({ name }) => name)]);
        read(one.fields);
      }
    }
  };
  for (const one of FORM_CONFIG.collections) for (const { fields } of "files" in one ? one.files : [one]) read(fields);

  /** The editor has one order for all records of a list; the model has one for each. @param {{ [name: string]: unknown }} record */
  const order = (record) => {
    for (const tag of tags) {
      const names = orders.get(`${tag}: ${record[tag]}`);
      if (names) return names;
    }
    return [];
  };

  CMS.registerCustomFormat("yml", "yml", { toFile: (values) => Writing.file(values, order) });
  CMS.init({ config: FORM_CONFIG });
})();
