/* The search: loads the few parts of the index that a query needs, by script tags, so that a folder does as a server.
   The rules of comparison come with the index; outputs/site/search/ writes both and explains the parts. */
(function () {
  "use strict";
  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Uint8Array(128);
  [...SIGNS].forEach((sign, value) => { VALUES[sign.charCodeAt(0)] = value; });
  const WORD = /(?<![0-9.,])[0-9]{1,3}(?:[\s.,][0-9]{3})+(?![0-9])|[\p{L}\p{M}\p{N}]+/gu;
  const MOST_WORDS = 12, ENOUGH = 10, MOST_TERMS = 8;
  const SOON = 3, LISTS_SOON = 2; // for so many results, lists from so many parts may do at first, as they would on a small site
  let base = "", version = "", manifest = null, parts = {};

  function receive(name, made, payload) {
    const part = parts[name];
    if (!part) return;
    if (name === "manifest") version = made;
    if (made === version) part.resolve(name === "manifest" ? unpackManifest(payload) : payload);
    else part.reject({ newer: made });
  }

  function load(name) {
    if (!parts[name]) {
      const part = (parts[name] = {});
      part.promise = new Promise((resolve, reject) => Object.assign(part, { resolve, reject }));
      const tag = document.createElement("script");
      tag.src = `${base}search/${name}.js${version ? `?v=${version}` : ""}`;
      tag.addEventListener("error", () => { delete parts[name]; part.reject(new Error(name)); });
      tag.addEventListener("load", () => tag.remove());
      document.head.append(tag);
    }
    return parts[name].promise;
  }

  /* Numbers and words as outputs/site/search/packing.py writes them. */
  function reader(text) {
    let at = 0;
    return {
      more: () => at < text.length,
      number() {
        for (let value = 0, shift = 0; ; shift += 5) {
          const sign = VALUES[text.charCodeAt(at++)];
          value |= (sign & 31) << shift;
          if (sign < 32) return value;
        }
      },
    };
  }
  function unpackAscending(text) {
    const from = reader(text), numbers = [];
    for (let number = -1; from.more(); ) numbers.push((number += from.number() + 1));
    return numbers;
  }
  function unpackManifest(told) {
    return { ...told, words: told.words ? told.words.split(" ") : [] };
  }
  function unpackWords(text) {
    let last = "";
    return text.split(" ").map((told) => (last = last.slice(0, VALUES[told.charCodeAt(0)]) + told.slice(1)));
  }
  function eachPosting(text, tell) {
    const from = reader(text);
    while (from.more()) {
      const weight = from.number();
      for (let count = from.number(), number = -1; count > 0; count--) tell((number += from.number() + 1), weight);
    }
  }
  function unpackRuns(text) {
    const from = reader(text), kept = new Uint8Array(manifest.passages);
    for (let place = 0; from.more(); ) {
      const start = place + from.number();
      place = start + from.number() + 1;
      kept.fill(1, start, place);
    }
    return kept;
  }

  /* Comparison, as outputs/site/search/folding.py does it. */
  function fold(text) {
    const plain = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’ʼ]/g, "'")
      .normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‐‑]/g, "-").replace(/\u00ad/g, "");
    return plain.replace(new RegExp(`(?<![\\p{L}\\p{N}_])(?:${manifest.rules.elided})'`, "gu"), " ")
      .replace(/(?<![0-9.,])[0-9]{1,3}(?:[ .,][0-9]{3})+(?![0-9])/g, (number) => number.replace(/[ .,]/g, ""));
  }
  function applied(word, rules) {
    for (const [ending, instead, before] of rules) {
      if (word.endsWith(ending) && word.length - ending.length >= before) return word.slice(0, word.length - ending.length) + instead;
    }
    return word;
  }
  function stem(word) {
    const singular = applied(word, manifest.rules.endings);
    return manifest.rules.whole.includes(singular) ? singular : applied(singular, manifest.rules.feminines);
  }
  const folded = (text) => fold(text).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) || [];
  function root(word) {
    const ending = manifest.rules.family.filter((one) => word.endsWith(one) && word.length - one.length >= 4).sort((a, b) => b.length - a.length)[0];
    return ending ? word.slice(0, -ending.length) : word.length >= 5 ? word : "";
  }

  /* A query as terms: each a stem, whether more letters may follow, and the compound that it is part of. */
  function termsOf(text) {
    const terms = [], open = !/\s$/.test(text), whole = folded(text);
    whole.forEach((word, position) => {
      const pieces = word.split("-"), next = beside(whole, position);
      const joined = pieces.length > 1 ? stem(pieces.join("")) : next ? stem(next) : "";
      pieces.forEach((piece) => {
        const last = open && position === whole.length - 1;
        if (!manifest.rules.stop.includes(piece) || (last && whole.length === 1)) terms.push({ word: stem(piece), typed: piece, last, joined });
      });
    });
    return terms.slice(0, MOST_TERMS);
  }

  /* A short word and its neighbour may be one word in the index: co construire. */
  function beside(whole, position) {
    const [before, word, after] = [whole[position - 1], whole[position], whole[position + 1]];
    const begins = (one) => one && one.length < 6 && /^[a-z]+$/.test(one) && !manifest.rules.stop.includes(one);
    return begins(before) ? before + word : begins(word) && after ? word + after : "";
  }

  function stretchOf(starts, place) {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= place) low = middle; else high = middle - 1;
    }
    return low;
  }
  const stretches = {};
  async function stretch(number) {
    if (!stretches[number]) {
      const [packed, counts, cuts, beyond] = await load(`w${number}`), from = reader(counts), starts = unpackAscending(cuts);
      stretches[number] = unpackWords(packed).map((word, position) => {
        const cut = stretchOf(starts, position);
        return { word, count: from.number(), list: `p${number}-${cut}`, place: position - starts[cut], beyond: beyond[word] };
      });
    }
    return stretches[number];
  }
  /* The stretches with the words of the index that begin with these letters. */
  function numbersFrom(letters) {
    const numbers = manifest.words.length ? [stretchOf(manifest.words, letters)] : [];
    for (let next = numbers[0] + 1; next < manifest.words.length && manifest.words[next].startsWith(letters); next++) numbers.push(next);
    return numbers;
  }
  async function wordsFrom(letters, numbers = numbersFrom(letters)) {
    return (await Promise.all(numbers.map(stretch))).flat().filter((one) => one.word.startsWith(letters));
  }

  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  }
  const allowed = (word) => (word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 11 ? 2 : 3);

  /* The words of the index that stand for a term, each with how well. */
  async function candidatesOf(term, soon) {
    const { word, typed, last, joined } = term, near = await wordsFrom(word.slice(0, 4)), found = new Map();
    const add = (one, fit) => { if (!found.has(one)) found.set(one, fit); };
    near.filter((one) => one.word === word).forEach((one) => add(one, 1));
    if (joined) (await wordsFrom(joined)).filter((one) => one.word === joined).forEach((one) => add(one, 1));
    if (last && word.length >= 2) {
      const begun = near.filter((one) => one.word.startsWith(word) || one.word.startsWith(typed));
      const fit = found.size ? 0.35 : 0.7; // a word that is whole already is seldom the beginning of another
      begun.sort((a, b) => a.word.length - b.word.length).slice(0, MOST_WORDS).forEach((one) => add(one, fit));
    }
    const isWritten = found.size > 0, stock = root(word);
    if (stock) {
      const endings = manifest.rules.family;
      near.filter((one) => one.word.startsWith(stock) && (one.word === stock || endings.includes(one.word.slice(stock.length))))
        .slice(0, MOST_WORDS).forEach((one) => add(one, 0.45));
    }
    if (!isWritten && allowed(word) > 1) { // a letter wrong comes before a word of the same family; these are loaded already
      const slips = near.filter((one) => !found.has(one) && Math.min(distance(word, one.word, 1), distance(typed, one.word, 1)) === 1);
      slips.sort((a, b) => b.count - a.count).slice(0, 5).forEach((one) => add(one, 0.5));
      term.guessed = slips.length > 0;
    }
    if (!found.size && allowed(word)) {
      (await misspelt(term, soon)).forEach(([one, fit]) => add(one, fit));
      term.guessed = found.size > 0;
    }
    return [...found].map(([one, fit]) => ({ ...one, fit }));
  }
  /* Words one letter away among those at hand do at first, when others would have to be loaded. */
  async function misspelt(term, soon) {
    const { word, typed } = term, most = allowed(word), far = (one) => Math.min(distance(word, one, most), distance(typed, one, most));
    const closest = (words) => words.map((one) => [one, far(one.word)]).filter(([, far]) => far <= most)
      .sort((a, b) => a[1] - b[1] || b[0].count - a[0].count);
    const letters = word.slice(0, 2), loaded = numbersFrom(word.slice(0, 4));
    let found = closest(await wordsFrom(letters, loaded));
    term.partly = soon && found.length > 0 && found[0][1] === 1 && numbersFrom(letters).some((number) => !loaded.includes(number));
    if (!term.partly) found = closest(await wordsFrom(letters));
    if (!found.length) {
      for (const letters of [word[1] + word[0], word.slice(1, 3), word[0] + word[2]]) found = found.concat(closest(await wordsFrom(letters)));
      found.sort((a, b) => a[1] - b[1]);
    }
    return found.filter(([, far]) => far === found[0][1]).slice(0, 5).map(([one, far]) => [one, 0.5 / far]);
  }

  /* The lists of a word, the weightiest passages first; of a word of many passages there are up to three. */
  async function postings(one, tiers) {
    const further = (one.beyond || []).slice(0, tiers - 1).map((number) => load(`m${number}`));
    return Promise.all([load(one.list).then((lists) => lists.split(" ")[one.place]), ...further]);
  }
  /* Of a group, the words that stand best for the term, the more frequent first, with their lists in few parts. */
  function foremost(group) {
    const named = new Set();
    return [...group].sort((a, b) => b.fit - a.fit || b.count - a.count).filter((one) => named.has(one.list) || (named.size < LISTS_SOON && named.add(one.list)));
  }

  /* Scores of the passages that the lists name, without a walk through all there are; `deep` takes the lower weights of very
     frequent words too, `soon` the foremost words alone, and of the only word the weightiest passages. */
  async function score(groups, kept, { deep = false, soon = false } = {}) {
    const tiers = deep ? 3 : soon && groups.length === 1 ? 1 : 2;
    const total = new Float32Array(manifest.passages), mine = new Float32Array(manifest.passages), met = new Uint8Array(manifest.passages);
    const taken = soon ? groups.map(foremost) : groups, named = [];
    const lists = await Promise.all(taken.map((group) => Promise.all(group.map((one) => postings(one, tiers)))));
    groups.forEach((group, which) => {
      const rarity = Math.log(1 + manifest.passages / (1 + group.reduce((sum, one) => sum + one.count, 0))), told = [];
      taken[which].forEach(({ fit }, position) => lists[which][position].forEach((list) => eachPosting(list, (number, weight) => {
        if (!mine[number]) told.push(number);
        if (weight * fit > mine[number]) mine[number] = weight * fit;
      })));
      for (const number of told) {
        if (!met[number]++) named.push(number);
        total[number] += (2 + mine[number]) * rarity;
        mine[number] = 0;
      }
    });
    const open = kept ? named.filter((number) => kept[number]) : named, best = open.reduce((most, number) => Math.max(most, met[number]), 0);
    const least = best > 2 ? best - 1 : best; // of many words one may be wanting
    const found = open.filter((number) => met[number] >= least);
    for (const number of found) if (met[number] < best) total[number] *= 0.5;
    const partly = taken.some((group, which) => group.length < groups[which].length || (tiers === 1 && group.some((one) => one.beyond)));
    return { found: inOrder(found, total), all: best === groups.length, partly };
  }

  /* The best first. Whole numbers alone are sorted, without a function of ours: the bits of a number above 0 grow with it. */
  function inOrder(found, total) {
    const bits = new Uint32Array(total.buffer), most = total.length, keys = Float64Array.from(found, (number) => (2 ** 31 - bits[number]) * most + number);
    return Array.from(keys.sort(), (key) => key % most);
  }

  async function keptBy(filters) {
    let kept = null;
    for (const [sort, name] of Object.entries(filters)) {
      const number = name ? manifest.filters.findIndex((one) => one[0] === sort && one[1] === name) : -1;
      if (number < 0) continue;
      const mine = unpackRuns(await load(`f${number}`));
      kept = kept ? kept.map((one, place) => one & mine[place]) : mine;
    }
    return kept;
  }

  /* What is found, or the first of it when the rest needs more of the index: `whole` loads that and keeps those first. */
  async function find(text, filters) {
    manifest = await load("manifest");
    const soon = await answer(text, filters, { soon: true });
    if (!soon.partly) return soon;
    if (!soon.all || soon.count < SOON) return answer(text, filters);
    return { ...soon, whole: () => answer(text, filters, { shown: soon.found.slice(0, SOON) }) };
  }
  async function answer(text, filters, { soon = false, shown = [] } = {}) {
    const terms = termsOf(text);
    const candidates = await Promise.all(terms.map((term) => candidatesOf(term, soon))), groups = candidates.filter((group) => group.length);
    if (!groups.length) return { count: 0, more: false, all: false, guessed: [], words: [], take: async () => [] };
    const kept = await keptBy(filters), beyond = groups.some((group) => group.some((one) => one.beyond?.length > 1));
    let deep = false, told = await score(groups, kept, { soon });
    if (beyond && told.found.length < ENOUGH) told = await score(groups, kept, { deep: (deep = true) });
    const found = [...shown, ...told.found.filter((number) => !shown.includes(number))];
    return {
      found, count: found.length, more: beyond && !deep, all: told.all && groups.length === terms.length,
      partly: told.partly || terms.some((term) => term.partly),
      guessed: terms.filter((term) => term.guessed).map((term) => asTyped(text, term.typed)),
      words: groups.flat().sort((a, b) => b.fit - a.fit).map((one) => one.word),
      take: (start, end) => Promise.all(found.slice(start, end).map(entry)),
    };
  }
  async function entry(number) {
    const size = manifest.entries, told = (await load(`e${Math.floor(number / size)}`))[number % size];
    return { address: told[0], heading: told[1], page: told[2], kind: manifest.kinds[told[3]], year: told[4], text: told[5], language: told[6] };
  }

  const asTyped = (text, word) => (text.match(WORD) || []).find((one) => folded(one).includes(word)) || word;

  /* Where the words stand in a text: beginnings and ends. */
  function hits(text, words) {
    const wanted = new Set(words);
    return [...text.matchAll(WORD)].filter((one) => folded(one[0]).some((word) => wanted.has(stem(word))))
      .map((one) => [one.index, one.index + one[0].length]);
  }

  /* A piece of a text around the first word found, in pairs: what is said, whether it was searched. */
  function excerpt(text, words) {
    const found = hits(text, words);
    let start = found.length ? Math.max(0, found[0][0] - 60) : 0;
    if (start) start = text.indexOf(" ", start) + 1 || start;
    if (start) start += text.slice(start).match(/^[\s·?!:;,.»)]*/)[0].length;
    let end = Math.min(text.length, start + 180);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 90);
    const told = [[start ? "… " : "", false]];
    let place = start;
    for (const [from, to] of found) {
      if (from < start || to > end) continue;
      told.push([text.slice(place, from), false], [text.slice(from, to), true]);
      place = to;
    }
    return [...told, [text.slice(place, end) + (end < text.length ? " …" : ""), false]];
  }

  window.derouleEngine = {
    /* Begins with the manifest that the page has loaded already, beside this script. */
    open(address, [, made, told]) {
      base = address;
      version = made;
      manifest = unpackManifest(told);
      parts.manifest = { promise: Promise.resolve(manifest) };
      window.derouleSearch = receive;
      return manifest;
    },
    async find(text, filters = {}) {
      try { return await find(text, filters); } catch (fault) {
        if (!fault.newer) throw fault;
        parts = {}; version = fault.newer; // the site was published anew since this page was opened
        Object.keys(stretches).forEach((name) => delete stretches[name]);
        return find(text, filters);
      }
    },
    excerpt, hits,
  };
})();
