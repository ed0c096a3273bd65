/* The player: what is shown follows the film, and the film follows what is chosen. Without a film, the moment that is
   chosen stays until another is. It asks nothing of any server.
   It tells on the element .dp: "dp:watched" {share, time} as more of the session is seen, "dp:answered" {id, right, raw, max}
   at each quiz answer; and listens there to "dp:resume" {time, seen} from a learning platform. */
(() => {
  "use strict";
  for (const root of document.querySelectorAll(".dp")) start(root);

  function start(root) {
    const one = (choice, within = root) => within.querySelector(choice);
    const all = (choice, within = root) => [...within.querySelectorAll(choice)];
    const media = one(".dp-media"), hasMoments = root.dataset.moments !== undefined;
    const pages = all(".dp-page");
    const cues = all(".dp-cue").map((place) => ({ place, start: +place.dataset.start, end: +place.dataset.end }));
    const shown = pages
      .flatMap((page, index) => JSON.parse(page.dataset.shown).map(([from, to]) => ({ from, to, index })))
      .sort((a, b) => a.from - b.from);
    const duration = () => (media && isFinite(media.duration) && media.duration) || +root.dataset.duration || 0;
    const clock = (seconds) => {
      const whole = Math.floor(seconds), rest = String(whole % 60).padStart(2, "0"), minutes = Math.floor(whole / 60);
      return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
    };
    let page = -1, cue = -1, opened = false, moment = 0;

    // --- slides
    function show(index) {
      const next = Math.max(0, Math.min(pages.length - 1, index));
      if (next === page) return;
      page = next;
      pages.forEach((place, number) => { place.hidden = number !== page; });
      const picture = one("img", pages[page]);
      if (picture) picture.loading = "eager";
      one(".dp-count").textContent = `${page + 1} / ${pages.length}`;
      one(".dp-previous").disabled = page === 0;
      one(".dp-next").disabled = page === pages.length - 1;
      for (const button of all(".dp-list .dp-go, .dp-chapters .dp-go[data-to]")) {
        mark(button, button.dataset.to === pages[page].id || (button.closest(".dp-chapters") && partOf(page) === button.dataset.to));
      }
      keepInSight(one('.dp-list .dp-go[aria-current="true"]'));
      if (!media) tellSeen();
      if (!media && !sequences.length) stripTo((page + 1) / pages.length);
    }
    function partOf(index) {
      const firsts = all(".dp-chapters .dp-go[data-to]").map((button) => button.dataset.to);
      return firsts.filter((id) => pages.findIndex((place) => place.id === id) <= index).pop();
    }
    function mark(place, is) { if (is) place.setAttribute("aria-current", "true"); else place.removeAttribute("aria-current"); }
    function go(index) {
      const wanted = Math.max(0, Math.min(pages.length - 1, index));
      const when = shown.find((span) => span.index === wanted);
      if (hasMoments && when) seek(when.from);
      show(wanted);
      if (!media) addressed(pages[wanted].id);
    }
    function addressed(place) { if (opened) history.replaceState(null, "", "#" + place); }
    one(".dp-previous").onclick = () => go(page - 1);
    one(".dp-next").onclick = () => go(page + 1);

    // --- time
    let wanted = null;
    function seek(seconds, play) {
      if (!media) return stay(seconds);
      const time = Math.max(0, Math.min(seconds + 0.01, duration() || seconds + 0.01));
      if (media.readyState === 0) { wanted = time; media.load(); } else media.currentTime = time;
      if (play) media.play().catch(() => {});
      follow(time);
    }
    function stay(seconds) { // no film: what is chosen stays
      moment = seconds;
      follow(moment);
      addressed("t=" + moment);
      point();
    }
    function follow(time) {
      let span = null;
      for (const each of shown) if (each.from <= time + 0.001) span = each; else break;
      const now = cueAt(time), slide = media || now < 0 || time < cues[now].start || time >= cues[now].end ? -1 : slideOf(now);
      if (slide >= 0) show(slide); else if (span) show(span.index); else if (shown.length || page < 0) show(0);
      for (const button of all(".dp-chapters .dp-go[data-start]")) {
        mark(button, +button.dataset.start <= time + 0.001 && time < +button.dataset.end);
      }
      if (media || sequences.length) stripTo(time / (duration() || 1));
      if (now !== cue && now >= 0) speak(now);
      if (line) line.textContent = now >= 0 && time < cues[now].end + 0.5 ? cues[now].place.textContent : "";
      tellTime(time);
      followScreen(time);
    }
    function cueAt(time) {
      let now = -1;
      for (let low = 0, high = cues.length - 1; low <= high;) {
        const middle = (low + high) >> 1;
        if (cues[middle].start <= time + 0.001) { now = middle; low = middle + 1; } else high = middle - 1;
      }
      // Without a film nothing runs on to the next words: those with more still to say stand for the moment.
      if (!media && cues[now + 1] && (now < 0 || time > (cues[now].start + cues[now].end) / 2)) return now + 1;
      return now;
    }
    // Words that begin on one slide may belong to the next: a film gets there by itself, a passage has to lead there.
    function slideOf(index) {
      const { slide } = cues[index].place.closest(".dp-passage").dataset;
      return pages.findIndex((place) => place.id === slide);
    }
    // The captions stand under the film, where they hide nothing; full screen shows the film's own track.
    const line = one(".dp-line"), clockPlace = one(".dp-clock b"), nowPlace = one(".dp-now"), bar = one(".dp-seek");
    const sequences = all('.dp-chapters .dp-level-1 .dp-go[data-start]');
    function tellTime(time) {
      if (!bar) return;
      clockPlace.textContent = clock(time);
      const inside = sequences.filter((button) => +button.dataset.start <= time + 0.001).pop();
      nowPlace.textContent = inside ? one("b", inside).textContent : "";
      if (document.activeElement !== bar || !dragged) bar.value = Math.floor(time);
      bar.setAttribute("aria-valuetext", nowPlace.textContent ? `${clock(time)}, ${nowPlace.textContent}` : clock(time));
    }
    let dragged = false;
    // A screen that was shared has a film of its own, without sound: it runs beside the main one.
    const shared = one(".dp-shared"), screen = shared && one("video", shared);
    const shares = shared ? JSON.parse(shared.dataset.shown) : [];
    function followScreen(time) {
      if (!screen) return;
      shared.hidden = !shares.some(([from, to]) => from <= time + 0.001 && time < to);
      if (shared.hidden || media.paused) screen.pause();
      if (shared.hidden) return;
      if (Math.abs(screen.currentTime - time) > 0.4) screen.currentTime = time;
      screen.playbackRate = media.playbackRate;
      if (!media.paused && screen.paused) screen.play().catch(() => {});
    }
    function speak(index) {
      if (cue >= 0) mark(cues[cue].place, false);
      cue = index;
      mark(cues[cue].place, true);
      const panel = one(".dp-transcript");
      const follows = one(".dp-follow input");
      if (!panel.contains(document.activeElement) || document.activeElement.closest(".dp-follow")) reach(cues[cue].place, false);
      if ((!follows || follows.checked) && !panel.contains(document.activeElement)) keepInSight(cues[cue].place);
    }
    function keepInSight(place, behavior) {
      const panel = place && place.closest(".dp-panel");
      if (!panel || panel.hidden) return;
      const box = place.getBoundingClientRect(), frame = panel.getBoundingClientRect();
      if (!behavior && box.top >= frame.top + 40 && box.bottom <= frame.bottom - 60) return;
      panel.scrollTo({ top: panel.scrollTop + box.top - frame.top - frame.height / 3, behavior });
    }
    function stripTo(share) { one(".dp-strip i").style.width = `${100 - 100 * Math.min(1, share)}%`; }
    for (const piece of all(".dp-strip span")) piece.style.flexGrow = piece.dataset.grow;
    one(".dp-strip").onclick = (event) => { // (under a film, the slider lies over the strip)
      const box = event.currentTarget.getBoundingClientRect(), share = (event.clientX - box.left) / box.width;
      if (media || sequences.length) seek(share * duration()); else go(Math.floor(share * pages.length));
    };

    // --- the transcript: one stop of the keyboard, arrows inside
    let stop = null;
    function reach(place, focus) {
      if (stop) stop.tabIndex = -1;
      stop = place;
      stop.tabIndex = 0;
      if (focus) stop.focus();
    }
    for (const { place } of cues) { place.setAttribute("role", "button"); place.tabIndex = -1; }
    if (cues.length) reach(cues[0].place, false);
    const numbers = new Map(cues.map(({ place }, index) => [place, index]));

    root.addEventListener("click", (event) => {
      const goes = event.target.closest(".dp-go, .dp-cue");
      if (!goes) return;
      if (goes.dataset.start !== undefined && hasMoments) seek(+goes.dataset.start, goes.matches(".dp-cue"));
      else if (goes.dataset.to) go(pages.findIndex((place) => place.id === goes.dataset.to));
      if (goes.matches(".dp-cue")) reach(goes, false);
      else if (!media && goes.closest(".dp-results") && goes.dataset.start && transcript) read();
    });
    document.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const at = event.target, inside = root.contains(at);
      if (at.matches(".dp-cue") && inside) return inTranscript(event, numbers.get(at));
      if (at.matches('[role="tab"]') && inside) return inTabs(event, at);
      if (at.matches("input, select, textarea, video, audio, summary") || (event.key === " " && at.closest("button, a"))) return;
      if (!inside && at !== document.body && !at.matches("main")) return;
      if (at.closest(".dp-panel, .dp-results")) return;
      const act = media
        ? { " ": toggle, ArrowLeft: () => seek(media.currentTime - 5), ArrowRight: () => seek(media.currentTime + 5),
            PageUp: () => go(page - 1), PageDown: () => go(page + 1) }[event.key]
        : { ArrowLeft: () => go(page - 1), ArrowRight: () => go(page + 1), PageUp: () => go(page - 1), PageDown: () => go(page + 1) }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    function toggle() { if (media.paused) media.play().catch(() => {}); else media.pause(); }
    function inTranscript(event, index) {
      const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: cues.length - 1 }[event.key];
      if (to !== undefined) { event.preventDefault(); if (cues[to]) reach(cues[to].place, true); }
      else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); seek(cues[index].start, true); }
    }

    // --- tabs
    const tabs = all('[role="tab"]');
    function choose(tab, focus) {
      for (const each of tabs) {
        const is = each === tab;
        each.setAttribute("aria-selected", String(is));
        each.tabIndex = is ? 0 : -1;
        one("#" + each.getAttribute("aria-controls")).hidden = !is;
      }
      search.value = "";
      found("");
      results.hidden = true;
      if (focus) tab.focus();
      keepInSight(one('.dp-panel:not([hidden]) [aria-current="true"]'));
    }
    function inTabs(event, tab) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      choose(tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length], true);
    }
    for (const tab of tabs) tab.onclick = () => choose(tab);
    // Without a film nobody says the passage that was found: it is shown among what was said around it.
    const transcript = one("#dp-tab-transcript");
    function read() {
      const typed = search.value;
      choose(transcript);
      search.value = typed;
      keepInSight(cues[cue].place);
      reach(cues[cue].place, true);
    }

    // --- search: accents, capitals, ligatures, apostrophes and plurals make no difference
    const search = one(".dp-search input"), results = one(".dp-results");
    const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/\u0153/g, "oe").replace(/\u00e6/g, "ae").replace(/[\u2019\u2018]/g, "'").replace(/[\u00a0\u202f]/g, " ");
    const stem = (word) => (word.length > 3 ? word.replace(/(s|x)$/, "") : word);
    const wordsOf = (text) => plain(text).split(/[\s',;:.!?()«»"-]+/).filter((word) => word.length > 1).map(stem);
    let shelf = null;
    function texts() {
      if (shelf) return shelf;
      shelf = [];
      for (const passage of all(".dp-passage")) {
        const own = all(".dp-cue", passage), said = own.map((place) => place.textContent);
        shelf.push({ title: (one(".dp-go b", passage) || {}).textContent || titleOf(passage.dataset.slide), own, said, text: plain(said.join(" ")) });
      }
      for (const place of pages) {
        const lines = [...all(".dp-title, .dp-more li, .dp-notes p:not(.dp-label)", place)].map((line) => line.textContent);
        shelf.push({ title: titleOf(place.id), to: place.id, said: lines, text: plain(lines.join(" ")) });
      }
      for (const place of all(".dp-questions > div")) {
        const goes = one(".dp-go", place);
        shelf.push({ title: one("dt b, dt", place).textContent, start: goes && goes.dataset.start, said: all("dt, dd", place).map((line) => line.textContent), text: plain(place.textContent) });
      }
      return shelf;
    }
    function titleOf(id) { const place = pages.find((each) => each.id === id); return place ? one(".dp-title", place).textContent : ""; }
    function found(told) { one(".dp-found").textContent = told; }
    function look() {
      const words = wordsOf(search.value);
      results.hidden = !words.length;
      tabs.forEach((tab) => { one("#" + tab.getAttribute("aria-controls")).hidden = words.length > 0 || tab.getAttribute("aria-selected") !== "true"; });
      if (!words.length) return found("");
      const hits = texts().filter((each) => words.every((word) => each.text.includes(word)));
      one("ol", results).replaceChildren(...hits.slice(0, 100).map((hit) => item(hit, words)));
      found(hits.length === 0 ? root.dataset.foundNone : hits.length === 1 ? root.dataset.foundOne : `${hits.length} ${root.dataset.found}`);
    }
    function item(hit, words) {
      const rank = hit.said.map((line) => words.filter((word) => plain(line).includes(word)).length);
      const best = Math.max(0, rank.indexOf(Math.max(...rank)));
      const button = document.createElement("button"), title = document.createElement("b"), row = document.createElement("li");
      button.type = "button";
      button.className = "dp-go";
      if (hit.own) button.dataset.start = hit.own[best].dataset.start;
      else if (hit.start != null) button.dataset.start = hit.start;
      else if (hit.to) button.dataset.to = hit.to;
      title.textContent = (button.dataset.start ? clock(+button.dataset.start) + " · " : "") + hit.title;
      button.append(title, ...marked(hit.said[best] || "", words));
      row.append(button);
      return row;
    }
    function marked(line, words) {
      const folded = plain(line);
      if (folded.length !== line.length) return [line]; // a ligature changes places: shown without marks
      const spans = words.map((word) => [folded.indexOf(word), word.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
      const parts = [];
      let reached = 0;
      for (const [at, length] of spans) {
        if (at < reached) continue;
        const hit = document.createElement("mark");
        hit.textContent = line.slice(at, at + length);
        parts.push(line.slice(reached, at), hit);
        reached = at + length;
      }
      return [...parts, line.slice(reached)];
    }
    search.oninput = look;
    if (!media) search.onfocus = look;
    search.onkeydown = (event) => {
      const first = one(".dp-results:not([hidden]) .dp-go");
      if (event.key === "Enter" && first) { event.preventDefault(); first.focus(); first.click(); }
      if (event.key === "Escape") { search.value = ""; look(); }
    };

    // --- quizzes: the first answer to a question counts for the platform, every answer is told what it is worth
    const quizzes = all(".dp-quiz"), answered = new Map();
    for (const form of quizzes) {
      form.onsubmit = (event) => {
        event.preventDefault();
        const inputs = all("input", form), chosen = inputs.filter((input) => input.checked);
        const verdict = one(".dp-verdict", form);
        if (!chosen.length) { verdict.textContent = root.dataset.choose; return; }
        const right = inputs.every((input) => input.checked === (input.dataset.right === "1"));
        verdict.textContent = right ? root.dataset.right : root.dataset.wrong;
        inputs.forEach((input) => { const told = one("small", input.parentNode); if (told) told.hidden = !input.checked; });
        const general = one(".dp-feedback", form);
        if (general) general.hidden = false;
        const first = !answered.has(form.dataset.quiz);
        if (first) answered.set(form.dataset.quiz, right);
        tellScore();
        if (first) tell("dp:answered", { id: form.dataset.quiz, right, chosen: chosen.map((input) => input.value), raw: score(), max: quizzes.length });
      };
    }
    const score = () => [...answered.values()].filter(Boolean).length;
    function tellScore() { one(".dp-score").textContent = root.dataset.score.replace("{right}", score()).replace("{all}", quizzes.length); }

    // --- what was seen, in two hundred parts: small enough for any platform's memory
    const parts = media ? 200 : pages.length, seen = new Set();
    function tell(name, detail) { root.dispatchEvent(new CustomEvent(name, { detail })); }
    let before = NaN; // where the film was when it was last looked at, playing
    function tellSeen() {
      const time = media ? media.currentTime : page, size = media ? (duration() || 1) / parts : 1;
      const at = Math.min(parts - 1, Math.floor(time / size)), known = seen.size;
      const runs = media && time > before && time - before <= 1.5 * media.playbackRate; // played through, not jumped over
      for (let part = runs ? Math.min(parts - 1, Math.floor(before / size)) : at; part <= at; part += 1) seen.add(part);
      before = time;
      if (seen.size !== known || media) tell("dp:watched", { share: seen.size / parts, time, seen: packed() });
    }
    function packed() {
      let text = "";
      for (let at = 0; at < parts; at += 4) text += [0, 1, 2, 3].reduce((sum, bit) => sum + (seen.has(at + bit) ? 8 >> bit : 0), 0).toString(16);
      return text;
    }
    root.addEventListener("dp:resume", (event) => {
      const { time, seen: hex, answers } = event.detail;
      [...(hex || "")].forEach((digit, place) => { for (let bit = 0; bit < 4; bit++) if (parseInt(digit, 16) & (8 >> bit)) seen.add(place * 4 + bit); });
      for (const [id, right] of Object.entries(answers || {})) answered.set(id, right);
      if (answered.size && quizzes.length) tellScore();
      if (!named()) { if (media) seek(time || 0); else go(time || 0); } // (without a film, pages are counted)
    });

    // --- addresses: #t=90, ?t=1:30, #a-slide
    function seconds(text) {
      if (!/^[\d:.hms]+$/.test(text)) return NaN;
      const spelt = text.match(/^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/);
      if (spelt && /[hms]/.test(text)) return (+spelt[1] || 0) * 3600 + (+spelt[2] || 0) * 60 + (+spelt[3] || 0);
      return text.split(":").reduce((sum, part) => sum * 60 + parseFloat(part), 0);
    }
    function named() {
      const hash = decodeURIComponent(location.hash.slice(1));
      const time = seconds(new URLSearchParams(hash).get("t") || new URLSearchParams(location.search).get("t") || "x");
      const index = pages.findIndex((place) => place.id === hash);
      if (index >= 0) { go(index); return true; }
      if (!isNaN(time) && hasMoments) { seek(beginning(time)); return true; }
      return false;
    }
    // A whole second names the passage that begins in it.
    function beginning(time) {
      const first = all(".dp-passage .dp-cue:first-of-type").map((place) => +place.dataset.start).find((start) => Math.floor(start) === time);
      return first === undefined ? time : first;
    }
    // A browser goes to what an address names, wherever that stands; here the slide and its words are to be seen together.
    function settle() {
      if (media || !location.hash) return;
      const toMoment = hasMoments && /^#t=/.test(location.hash);
      one(toMoment ? ".dp-panels" : ".dp-bar").scrollIntoView({ block: "end" });
      if (toMoment && cue >= 0) keepInSight(cues[cue].place, "instant"); // what scrolls still may be on its way elsewhere
    }
    addEventListener("hashchange", () => { if (named()) settle(); });

    // --- controls of our own, beside the picture: the browser's would lie over it
    function controls() {
      const play = one(".dp-play"), mute = one(".dp-mute"), full = one(".dp-full"), captions = one(".dp-captions");
      media.controls = false;
      one(".dp-controls").hidden = bar.hidden = false;
      if (media.tagName === "VIDEO") media.onclick = toggle;
      const told = () => {
        play.dataset.playing = String(!media.paused);
        play.setAttribute("aria-label", media.paused ? play.dataset.play : play.dataset.pause);
        followScreen(media.currentTime);
      };
      for (const name of ["play", "pause", "ended"]) media.addEventListener(name, told);
      play.onclick = toggle;
      const long = () => { bar.max = Math.max(1, Math.floor(duration())); one(".dp-clock").lastChild.textContent = ` / ${clock(duration())}`; };
      media.addEventListener("loadedmetadata", long);
      long();
      bar.oninput = () => { dragged = true; seek(+bar.value); };
      bar.onchange = () => { dragged = false; };
      bar.onkeydown = (event) => {
        const to = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageUp: -60, PageDown: 60 }[event.key];
        if (to) { event.preventDefault(); seek(media.currentTime + to); }
      };
      peekOver(bar, one(".dp-peek"));
      one(".dp-speed").onchange = (event) => { media.playbackRate = +event.target.value; };
      mute.onclick = () => { media.muted = !media.muted; };
      media.addEventListener("volumechange", () => mute.setAttribute("aria-pressed", String(media.muted)));
      const tracks = () => [...media.textTracks].filter((track) => track.kind === "captions");
      const wants = () => !captions || captions.getAttribute("aria-pressed") === "true";
      const caption = () => {
        const whole = document.fullscreenElement === media;
        tracks().forEach((track, index) => { track.mode = whole && wants() && index === 0 ? "showing" : "hidden"; });
        media.controls = whole;
        line.hidden = !wants() || !cues.length;
      };
      if (captions) captions.onclick = () => { captions.setAttribute("aria-pressed", String(!wants())); caption(); };
      if (full) {
        full.hidden = !(media.requestFullscreen || media.webkitEnterFullscreen);
        full.onclick = () => { if (media.requestFullscreen) media.requestFullscreen().catch(() => {}); else media.webkitEnterFullscreen(); };
      }
      document.addEventListener("fullscreenchange", caption);
      caption();
      told();
    }
    function peekOver(slider, peek) { // the slide that is shown where the pointer is
      slider.onpointermove = (event) => {
        const box = slider.getBoundingClientRect(), share = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
        const time = share * duration(), span = shown.filter((each) => each.from <= time).pop();
        const picture = span && one("img", pages[span.index]), small = one("img", peek);
        small.hidden = !picture;
        if (picture && small.src !== picture.src) small.src = picture.src;
        one("b", peek).textContent = span ? one(".dp-title", pages[span.index]).textContent : "";
        one("span", peek).textContent = clock(time);
        peek.hidden = event.pointerType === "touch";
        const half = peek.offsetWidth / 2;
        peek.style.left = `${Math.max(half, Math.min(box.width - half, share * box.width))}px`;
      };
      slider.onpointerleave = () => { peek.hidden = true; };
    }

    // --- a link to the moment
    const link = one(".dp-moment");
    function point() { if (link) link.href = "#t=" + (media ? Math.floor(media.currentTime) : moment); }
    if (link) link.onfocus = link.onpointerenter = point;
    point();

    if (media) {
      media.addEventListener("loadedmetadata", () => { if (wanted !== null) { media.currentTime = wanted; wanted = null; } });
      media.addEventListener("timeupdate", () => { follow(media.currentTime); if (!media.paused) tellSeen(); });
      media.addEventListener("seeked", () => follow(media.currentTime));
      media.addEventListener("ended", tellSeen);
      controls();
      for (const name of ["pause", "seeked", "loadedmetadata"]) media.addEventListener(name, point);
      const view = one(".dp-view");
      if (view) view.onchange = () => { root.dataset.view = view.value; };
    }
    if (!named()) { if (hasMoments) follow(0); else show(0); }
    if (page < 0) show(0);
    addEventListener("load", () => setTimeout(() => { settle(); opened = true; }));
    opened = document.readyState === "complete";
    root.dataset.ready = "yes";
  }
})();
