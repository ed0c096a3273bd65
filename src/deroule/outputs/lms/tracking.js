/* Ties the player to a learning platform, whichever `platform` stands above: what was seen, where to go on, the score.
   The state that is kept is tiny: a version, the parts seen in hexadecimal, the answers by number (1|ff0|0:1,2:0). */
const ENOUGH = 0.9; // the share that counts as complete: nobody watches the last words of the goodbye
const EVERY = 20000; // milliseconds between two savings while the film plays

addEventListener("DOMContentLoaded", async () => {
  const root = document.querySelector(".dp");
  const quizzes = [...root.querySelectorAll(".dp-quiz")].map((form) => form.dataset.quiz);
  const media = root.querySelector(".dp-media");
  const begun = Date.now();
  const state = { share: 0, time: 0, seen: "", answers: {}, done: false };
  let saved = Date.now(), open = false;

  const packed = () => `1|${state.seen}|${quizzes.map((id, at) => (id in state.answers ? `${at}:${state.answers[id] ? 1 : 0}` : "")).filter(Boolean).join(",")}`;
  function unpack(text) {
    const [version, seen, answers] = (text || "").split("|");
    if (version !== "1") return;
    state.seen = seen || "";
    for (const pair of (answers || "").split(",").filter(Boolean)) {
      const [at, right] = pair.split(":");
      if (quizzes[at]) state.answers[quizzes[at]] = right === "1";
    }
  }
  const score = () => ({ raw: Object.values(state.answers).filter(Boolean).length, max: quizzes.length, any: Object.keys(state.answers).length > 0 });
  function save(last) {
    if (!open) return;
    saved = Date.now();
    if (media) state.time = media.currentTime;
    platform.save({ ...state, packed: packed(), score: score(), seconds: (Date.now() - begun) / 1000 }, last);
  }
  function complete() {
    if (state.done || state.share < ENOUGH) return;
    state.done = true;
    save(false);
  }
  root.addEventListener("dp:watched", ({ detail }) => {
    state.share = detail.share;
    state.time = detail.time;
    state.seen = detail.seen;
    complete();
    if (Date.now() - saved > EVERY) save(false);
  });
  root.addEventListener("dp:answered", ({ detail }) => {
    state.answers[detail.id] = detail.right;
    if (open) platform.answer(detail);
    save(false);
  });
  for (const name of ["pause", "ended"]) media?.addEventListener(name, () => save(false));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(false); });
  addEventListener("pagehide", () => { if (open) { save(true); open = false; } }); // the last moment that browsers promise

  const before = await platform.open();
  if (!before) return; // opened outside a platform: it plays, and reports nothing
  open = true;
  state.done = before.done;
  unpack(before.packed);
  root.dispatchEvent(new CustomEvent("dp:resume", { detail: { time: before.time, seen: state.seen, answers: state.answers } }));
  root.dataset.platform = "open";
});
