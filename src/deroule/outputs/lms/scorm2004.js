/* SCORM 2004: the platform is an object named API_1484_11 in a frame around, or in the window that opened this one. */
const platform = (() => {
  let api = null, asked = 0;
  function find(frame) {
    for (let depth = 0; frame && depth < 50; depth += 1) {
      try { if (frame.API_1484_11) return frame.API_1484_11; } catch { return null; }
      if (frame.parent === frame) return null;
      frame = frame.parent;
    }
    return null;
  }
  const get = (name) => String(api.GetValue(name) || "");
  const set = (name, value) => api.SetValue(name, String(value));
  return {
    open() {
      api = find(window) || (window.opener ? find(window.opener) : null);
      if (!api || String(api.Initialize("")) !== "true") { api = null; return null; }
      const done = get("cmi.completion_status") === "completed";
      if (!done) set("cmi.completion_status", "incomplete");
      asked = parseInt(get("cmi.interactions._count"), 10) || 0;
      return { done, time: parseFloat(get("cmi.location")) || 0, packed: get("cmi.suspend_data") };
    },
    save(state, last) {
      set("cmi.location", state.time.toFixed(1));
      set("cmi.suspend_data", state.packed);
      set("cmi.progress_measure", Math.min(1, state.share).toFixed(4));
      if (state.score.any) {
        set("cmi.score.min", 0);
        set("cmi.score.max", state.score.max);
        set("cmi.score.raw", state.score.raw);
        set("cmi.score.scaled", (state.score.raw / state.score.max).toFixed(4));
      }
      if (state.done) set("cmi.completion_status", "completed");
      if (last) {
        set("cmi.session_time", `PT${Math.round(state.seconds)}S`);
        set("cmi.exit", state.done ? "normal" : "suspend");
      }
      api.Commit("");
      if (last) api.Terminate("");
    },
    answer(detail) {
      const name = `cmi.interactions.${asked}`;
      asked += 1;
      set(`${name}.id`, detail.id);
      set(`${name}.type`, "choice");
      set(`${name}.learner_response`, detail.chosen.map((number) => `option_${number}`).join("[,]"));
      set(`${name}.result`, detail.right ? "correct" : "incorrect");
    },
  };
})();
