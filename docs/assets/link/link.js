/* A link as it was meant, out of one as a mail program, a chat or a hand left it: encoded once more, broken over two
   lines, in capitals, with a bracket or a tracking code behind it. Fetched only where a link may have been hurt: at an
   anchor that is not there, an odd sign in what is asked, a choice that is none, a selection that was sent, and the 404. */
const Link = (() => {
  const DEEP = 5; // how often a link may have been encoded on its way
  const LONG = 2000; // signs; no piece of an address of ours is longer
  const MANY = 20; // words of a sentence that hangs on to a link
  const HASH = "%(?:25)*23";
  const AFTER = /[?&<>"“”„|[\]{}^\u0060].*$/s; // no address of ours holds these: tracking, markup or a sentence begins
  const DASHES = /[\u2010-\u2013\u2212]/g; // what a word processor makes of a hyphen
  /* What some mail guards write for # before a selection, and what they hang on to the end of a link. */
  const GUARDED = /(?<=\/)(?:[=-]23|[^\w/%]{1,4}|%(?:25)*EF%(?:25)*BC%(?:25)*83)(?=1(?:;|%(?:25)*3b))/i;
  const GUARD = /__;[\w*=+/-]*!!.*$/s;
  /* Signs of a query in a name or a value of it. What someone types may begin with 3D; a choice does not. */
  const ASKED = /[?&]([^=&]*(;|%(25)*(26|3d))|(?!vind=|zoek=)[^=&]+=3D)|%(25)*26[\w;-]+(=|%(25)*3d)/i;
  const LINE_BREAK = /=?[^\S\r\n]*[\r\n\u2028\u2029]+[\s>|]*/g;

  /**
   * What the percent signs of a text stand for. Bytes that spell nothing, such as half an emoji, are left out.
   * @param {string} text
   */
  const decoded = (text) =>
    text.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
      const bytes = Uint8Array.from(signs.slice(1).split("%"), (one) => parseInt(one, 16));
      return new TextDecoder().decode(bytes).replace(/\ufffd/g, "");
    });

  /** A text decoded as often as it was encoded, or as often as it takes. @param {string} text @param {(text: string) => boolean} [done] */
  const bare = (text, done = () => false) => {
    for (let times = 0; times < DEEP && !done(text); times++) text = decoded(text);
    return text;
  };

  /**
   * Without what a mail guard hangs on. HTML's way to write a sign: &amp; is &, any other stands around a link and not in it.
   * @param {string} text
   */
  const unescaped = (text) =>
    text
      .replace(GUARD, "")
      .replace(/&(?:amp;)+/gi, "&")
      .replace(/&#?\w{1,8};/g, " ");

  /** From its first letter to its last, without the tracking code or the markup behind it. @param {string} text */
  const trimmed = (text) => {
    const [from = ""] = text.match(/[\p{L}\p{N}].*/su) ?? [];
    const [name = ""] = from.replace(AFTER, "").match(/^.*[\p{L}\p{N}]/su) ?? [];
    return name;
  };

  /**
   * A piece of a link on one line, decoded, without signs that cannot be seen. Of ours none holds an =: that is left of
   * mail that was not read as it was written (=20, =2C, and = where a line was broken).
   * @param {string} text
   * @param {string} [line] what a broken line becomes
   */
  const joined = (text, line = "") =>
    unescaped(bare(text.slice(0, LONG)))
      .replace(LINE_BREAK, line)
      .replace(/=([0-9A-F]{2})/g, (_, sign) => String.fromCharCode(parseInt(sign, 16)))
      .replace(/[\p{Cc}\p{Cf}=\\]/gu, "")
      .replace(DASHES, "-");

  /**
   * The names that a piece of a link may have been: with all the words behind a space or a broken line, with fewer, with
   * none. Behind a small letter a capital begins a sentence.
   * @param {string} text
   */
  const names = (text) =>
    [...new Set([joined(text, " "), joined(text)])].flatMap((line) => {
      const words = line
        .split(/\s+/)
        .filter((word) => trimmed(word))
        .slice(0, MANY);
      return words.flatMap((_, at) => {
        const name = trimmed(words.slice(0, words.length - at).join(""));
        const glued = name.replace(/([\p{Ll}\d])\p{Lu}.*$/su, "$1");
        return [...(glued === name ? [] : [glued]), name].map((one) => one.toLowerCase());
      });
    });

  /**
   * What a query asks, of which not all names or values are ours: also when its & and = were encoded once more.
   * @param {string} search
   */
  const query = (search) =>
    new URLSearchParams(
      unescaped(search.replace(/%(?:25)*26(?=(?:amp;|[\w-])+(?:=|%(?:25)*3d))/gi, "&"))
        .replace(/(^\??|&)([\w-]+)%(?:25)*3d/gi, "$1$2=")
        .replace(/=3D/g, "="),
    );

  /**
   * Where the address of a page that is not there was meant to lead: a path below the root, a query and a fragment.
   * @param {string} address the path below the root, as the browser gives it
   */
  const meant = (address) => {
    const found = new RegExp(`^(.*?)(?:%(?:25)*3f(.*?))?(?:${HASH}(.*))?$`, "is").exec(address.replace(GUARDED, "%23"));
    const [path = "", asked = "", fragment = ""] = found?.slice(1) ?? [];
    const parts = trimmed(joined(path)).split("/");
    const below = parts.map((part) => trimmed(part).toLowerCase()).filter(Boolean);
    const folder = below.length && !below.at(-1)?.includes(".") ? "/" : "";
    return { path: below.join("/") + folder, query: asked.includes("=") ? asked : decoded(asked), fragment };
  };

  /** Lead a reader to the place on this page that the end of the address was meant for, if there is one. */
  const lead = () => {
    const [, asked = "", after = ""] = new RegExp(`^(.*?)${HASH}(.*)$`, "is").exec(location.search) ?? [];
    const fragment = location.hash.slice(1) || after;
    const ids = names(fragment).flatMap((name) => [name, name.replace(/[^\w-].*$/s, "")]);
    const id = ids.find((one) => document.getElementById(one));
    const to = new URL(location.href);
    if (location.hash.length < 2) to.search = asked;
    if (id) to.hash = id;
    else if (fragment === after && /^\d+(?:;|%(?:25)*3b)/i.test(after)) to.hash = after;
    else return;
    location.replace(to);
  };

  /** Show what this address was meant for: a place on the page, or what is asked of it. Who reads that, reads it again. */
  const mend = () => {
    const { search, hash } = location;
    if (!Page.target && (hash || RegExp(HASH, "i").test(search))) lead();
    else if (ASKED.test(search)) {
      history.replaceState(history.state, "", `?${query(search)}${hash}`);
      dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
    }
  };

  return { bare, decoded, unescaped, trimmed, names, query, meant, mend };
})();
