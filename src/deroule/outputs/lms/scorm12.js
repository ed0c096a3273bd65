/* SCORM 1.2: the platform is an object named API in a frame around, or in the window that opened this one. */
const platform = (() => {
  let api = null, asked = 0;
  function find(frame) {
    for (let depth = 0; frame && depth < 50; depth += 1) {
      try { if (frame.API) return frame.API; } catch { return null; }
      if (frame.parent === frame) return null;
      frame = frame.parent;
    }
    return null;
  }
  const get = (name) => String(api.LMSGetValue(name) || "");
  const set = (name, value) => api.LMSSetValue(name, String(value));
  const clock = (seconds) => {
    const whole = Math.floor(seconds), two = (number) => String(number).padStart(2, "0");
    return `${String(Math.min(9999, Math.floor(whole / 3600))).padStart(4, "0")}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  };
  return {
    open() {
      api = find(window) || (window.opener ? find(window.opener) : null);
      if (!api || String(api.LMSInitialize("")) !== "true") { api = null; return null; }
      const status = get("cmi.core.lesson_status");
      if (status === "" || status === "not attempted") set("cmi.core.lesson_status", "incomplete");
      asked = parseInt(get("cmi.interactions._count"), 10) || 0;
      return { done: ["completed", "passed", "failed"].includes(status), time: parseFloat(get("cmi.core.lesson_location")) || 0, packed: get("cmi.suspend_data") };
    },
    save(state, last) {
      set("cmi.core.lesson_location", state.time.toFixed(1));
      set("cmi.suspend_data", state.packed);
      if (state.score.any) {
        set("cmi.core.score.min", 0);
        set("cmi.core.score.max", 100);
        set("cmi.core.score.raw", Math.round((100 * state.score.raw) / state.score.max));
      }
      if (state.done && get("cmi.core.lesson_status") === "incomplete") set("cmi.core.lesson_status", "completed");
      if (last) {
        set("cmi.core.session_time", clock(state.seconds));
        set("cmi.core.exit", state.done ? "" : "suspend");
      }
      api.LMSCommit("");
      if (last) api.LMSFinish("");
    },
    answer(detail) {
      const name = `cmi.interactions.${asked}`;
      asked += 1;
      set(`${name}.id`, detail.id);
      set(`${name}.type`, "choice");
      set(`${name}.student_response`, detail.chosen.map((number) => String.fromCharCode(96 + Number(number))).join(","));
      set(`${name}.result`, detail.right ? "correct" : "wrong");
    },
  };
})();
