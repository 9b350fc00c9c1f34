// The list of changes: filtered by words, type, section and size.

const filters = byId("filters");
const items = [...byId("list").children];

const labelOf = (at) => byId(`change-${at}`).querySelector(".label").textContent;

function matches(item, { query, type, section, least }) {
  const { types, section: under, percent, search } = item.dataset;
  if (type && !types.split(" ").includes(type)) return false;
  if (section && under !== section) return false;
  if (least && !(percent && Number(percent) >= Number(least))) return false;
  return query.toLowerCase().split(/\s+/).every((word) => search.includes(word));
}

const filter = framed(() => {
  const asked = Object.fromEntries(new FormData(filters));
  let shown = 0;
  for (const item of items) {
    item.hidden = !matches(item, asked);
    if (!item.hidden) shown += 1;
  }
  byId("count").textContent = shown === items.length ? plural(shown, "change") : `${shown} of ${plural(items.length, "change")}`;
});

filters.addEventListener("input", filter);
filters.addEventListener("submit", (event) => event.preventDefault());
