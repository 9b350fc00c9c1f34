// Single keys, which can be switched off.

function startKeys({ search, leave, verdict }) {
  const dialog = byId("keys");
  const keyed = byId("keyed");
  keyed.checked = kept.get("keys", true);
  keyed.addEventListener("change", () => kept.put("keys", keyed.checked));
  byId("help").addEventListener("click", () => dialog.showModal());
  const acts = {
    j: () => list.move(1),
    k: () => list.move(-1),
    "/": search,
    r: () => verdict("right"),
    w: () => verdict("wrong"),
    n: () => { choosePane("detail"); byId("note")?.focus(); },
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") leave();
    else if (keyed.checked && acts[event.key] && !event.target.closest("input, textarea, select")) {
      event.preventDefault();
      acts[event.key]();
    }
  });
}
