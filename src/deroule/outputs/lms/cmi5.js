/* cmi5: the platform gives an address for statements (xAPI) and one for a token, in the address of this page. */
const platform = (() => {
  const asked = new URLSearchParams(location.search);
  const begun = Date.now();
  const VERBS = "http://adlnet.gov/expapi/verbs/";
  const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
  const STATE = "deroule";
  let headers = null, launch = {}, told = { completed: false, judged: false };
  const call = (path, options) => fetch(asked.get("endpoint").replace(/\/?$/, "/") + path, { ...options, headers: { ...headers, ...(options && options.headers) } });
  const states = (name) => "activities/state?" + new URLSearchParams({ stateId: name, activityId: asked.get("activityId"), agent: asked.get("actor"), registration: asked.get("registration") });
  function identifier() { // a random UUID; randomUUID itself is there over https alone
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");
  }
  function statement(verb, result, moves) {
    const template = launch.contextTemplate || {};
    const activities = template.contextActivities || {};
    const category = [...(activities.category || []), { id: CATEGORY + "cmi5" }, ...(moves ? [{ id: CATEGORY + "moveon" }] : [])];
    return {
      id: identifier(), timestamp: new Date().toISOString(), actor: JSON.parse(asked.get("actor")), verb: { id: VERBS + verb },
      object: { objectType: "Activity", id: asked.get("activityId") }, ...(result ? { result } : {}),
      context: { ...template, registration: asked.get("registration"), contextActivities: { ...activities, category } },
    };
  }
  const send = (one, last) => call("statements", { method: "POST", keepalive: Boolean(last), headers: { "Content-Type": "application/json" }, body: JSON.stringify(one) }).catch(() => {});
  const lasted = () => `PT${((Date.now() - begun) / 1000).toFixed(1)}S`;
  return {
    async open() {
      if (!["endpoint", "fetch", "actor", "registration", "activityId"].every((name) => asked.get(name))) return null;
      try {
        const token = (await (await fetch(asked.get("fetch"), { method: "POST" })).json())["auth-token"];
        headers = { Authorization: "Basic " + token, "X-Experience-API-Version": "1.0.3" };
        launch = await (await call(states("LMS.LaunchData"))).json();
        const answer = await call(states(STATE));
        const before = answer.ok ? await answer.json().catch(() => ({})) : {};
        told = { completed: Boolean(before.completed), judged: Boolean(before.judged) };
        await send(statement("initialized"));
        return { done: told.completed, time: before.time || 0, packed: before.packed || "" };
      } catch { return null; }
    },
    save(state, last) {
      const normal = (launch.launchMode || "Normal") === "Normal"; // in Browse and Review nothing else may be told
      if (normal && state.done && !told.completed) {
        told.completed = true;
        send(statement("completed", { completion: true, duration: lasted() }, true), last);
      }
      if (normal && state.score.any && state.score.max === Object.keys(state.answers).length && !told.judged) {
        told.judged = true;
        const scaled = state.score.raw / state.score.max, right = scaled >= (launch.masteryScore ?? 0.5);
        const result = { success: right, score: { scaled, raw: state.score.raw, min: 0, max: state.score.max }, duration: lasted() };
        send(statement(right ? "passed" : "failed", result, true), last);
      }
      const kept = { time: state.time, packed: state.packed, ...told };
      call(states(STATE), { method: "PUT", keepalive: Boolean(last), headers: { "Content-Type": "application/json" }, body: JSON.stringify(kept) }).catch(() => {});
      if (last) send(statement("terminated", { duration: lasted() }), true);
    },
    answer() {},
  };
})();
