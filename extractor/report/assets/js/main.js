// The parts of the page put together: the search, what is chosen, and the address of it.

const SEVERITIES = [["any", "with a finding"], ["error", "with an error"], ["warning", "with a warning"], ["info", "with a note"], ["none", "without finding"]];
const STATED = [["stated", "stated"], ["inherited", "inherited"], ["inferred", "inferred"], ["unbound", "not bound"]];
const JUDGED = [["open", "not reviewed"], ["right", "right"], ["wrong", "wrong"]];
const PANES = [["listed", "List"], ["viewed", "Document"], ["detail", "Figure"]];
const NARROW = matchMedia("(width < 56rem)"); // as css/figures.css has it
const THEMES = { auto: "light", light: "dark", dark: "auto" };

const state = { part: null, figure: null, view: null, rows: [] };
const form = byId("filters");

function choosePane(name) {
  document.body.dataset.pane = name;
  for (const button of document.querySelectorAll(".tabs button")) button.setAttribute("aria-pressed", String(button.dataset.pane === name));
}

// --- What is searched ---------------------------------------------------------------------------

const counted = (values) => {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
};
const choice = (name, label, options, otherwise = "all") => h("label", { class: "filter" }, h("span", {}, label),
  h("select", { name }, otherwise ? h("option", { value: "" }, otherwise) : null, options.map(([value, shown]) => h("option", { value }, shown))));

function fillForm(part) {
  const { figures, sections } = part;
  const kinds = counted(figures.map((f) => f.kind)).map(([kind, n]) => [kind, `${kind} (${n})`]);
  const places = counted(figures.map((f) => f.bound.place?.shown)).map(([place, n]) => [place, `${place} (${n})`]);
  const used = new Map(counted(figures.flatMap((f) => pathOf(part, f.section).map(String))));
  const titles = sections.map((each, at) => [at, `${"\u2003".repeat(pathOf(part, at).length - 1)}${titleOf(each)}`])
    .filter(([at]) => used.has(String(at)));
  const indicators = counted(figures.map((f) => f.bound.indicator?.shown));
  const codes = counted(figures.flatMap((f) => findingsOf(part, f).map((each) => each.code))).map(([code]) => [code, words(code)]);
  const sort = choice("order", "Sort", Object.entries(ORDERS).map(([name, [label]]) => [name, label]), null);
  sort.classList.add("sort");
  form.replaceChildren(h("div", { class: "line-of-filters" },
    h("label", { class: "filter search" }, h("span", {}, "Search"), h("input", { type: "search", id: "query", name: "query", dir: "auto", autocomplete: "off", placeholder: "value, word, place, source" })),
    sort,
    h("button", { type: "reset", class: "quiet" }, "Clear"),
    h("button", { type: "button", id: "download", class: "quiet", onclick: () => download(state.part) }, "Download reviews")),
  h("details", { class: "more-filters", open: !NARROW.matches }, h("summary", {}, "More filters"), h("div", { class: "line-of-filters" },
    choice("kind", "Kind", kinds), choice("section", "Section", titles), choice("place", "Place", places),
    h("label", { class: "filter" }, h("span", {}, "Indicator"), h("input", { type: "text", name: "indicator", list: "indicators", dir: "auto", autocomplete: "off", placeholder: "all" }),
      h("datalist", { id: "indicators" }, indicators.map(([value]) => h("option", { value })))),
    choice("state", "State", STATED), choice("finding", "Findings", [...SEVERITIES, ...codes]), choice("review", "Review", JUDGED))));
}

function search() {
  const asked = Object.fromEntries(new FormData(form));
  state.rows = found(state.part, asked);
  list.show(state.part, state.rows, state.figure?.id);
  const [all, shown] = [state.part.figures.length, state.rows.length];
  const nothing = all > 0 && !shown;
  const count = shown === all ? plural(all, "figure") : `${shown.toLocaleString("en")} of ${plural(all, "figure")}`;
  byId("count").textContent = nothing ? "No figure is found." : count;
  if (nothing) byId("count").append(" ", h("button", { type: "button", class: "quiet", onclick: clear }, "Clear the search"));
}

/** Take back what was searched; the button that asked for it goes. */
function clear() {
  form.reset();
  byId("query").focus({ preventScroll: true });
}

/** A review was made: what shows it is drawn again. */
function reviewsChanged() {
  list.draw();
  const count = reviewsOf(state.part).size;
  const button = byId("download");
  button.textContent = count ? `Download ${plural(count, "review")}` : "Download reviews";
  button.disabled = !count;
}

// --- What is shown ------------------------------------------------------------------------------

function showPart(at) {
  if (state.part?.at === at) return;
  state.part = partAt(at);
  state.figure = null;
  for (const part of document.querySelectorAll(".part")) part.toggleAttribute("data-away", Number(part.dataset.part) !== at);
  for (const link of document.querySelectorAll("nav [data-to]")) link.setAttribute("href", `#${link.dataset.to}-${at}`);
  if (byId("part")) byId("part").value = at;
  fillForm(state.part);
  fillBar(state.part);
  showView(state.part.pages.length ? "pages" : "text");
  search();
  reviewsChanged();
  detail.clear();
}

function fillBar(part) {
  const views = part.pages.length ? [["pages", "Pages"], ["text", "Text"]] : [];
  const zoom = (label, by) => h("button", { type: "button", class: "quiet pages-only", "aria-label": label,
    onclick: () => pages.enlarge(by ? pages.zoom * by : 1) }, { "Zoom out": "−", "Zoom in": "+" }[label] ?? "Fit");
  byId("viewbar").replaceChildren(
    h("span", { id: "at", class: "at" }, part.paged ? "" : said(part.label)),
    views.length ? h("span", { class: "views", role: "group", "aria-label": "View" }, views.map(([name, label]) =>
      h("button", { type: "button", class: "quiet", "data-view": name, onclick: () => { showView(name); show(); } }, label))) : "",
    part.pages.length ? h("span", { class: "zoom", role: "group", "aria-label": "Size" }, zoom("Zoom out", 0.8), zoom("Fit the width", null), zoom("Zoom in", 1.25)) : "");
}

function showView(name) {
  state.view = { pages, text }[name];
  (name === "pages" ? text : pages).clear();
  byId("view").dataset.view = name;
  byId("view").setAttribute("aria-label", name === "pages" ? "Pages" : "Text of the document");
  byId("viewbar").dataset.view = name;
  for (const button of document.querySelectorAll("[data-view][type=button]")) button.setAttribute("aria-pressed", String(button.dataset.view === name));
  state.view.show(state.part);
  showAt();
}

/** Say which page is looked at. */
function showAt() {
  const page = state.view === pages ? pages.current() : null;
  if (state.part.paged) byId("at").textContent = page ? `Page ${page.n} of ${state.part.pages.at(-1).n}` : "";
}

/** Light the figure chosen, what findings hold it against, and evidence if asked for. */
function show(evidence = null) {
  const { part, figure, view } = state;
  if (!figure) return;
  const also = findingsOf(part, figure).flatMap((each) => each.figures)
    .map((each) => (typeof each === "number" ? part.figures[each] : part.figures[part.index.get(each)]))
    .filter((each) => each && each !== figure);
  const pieces = (at) => anchorOf(part, at)[2];
  if (view === pages) {
    pages.light({ also: also.flatMap((each) => pieces(each.a)), main: pieces(figure.a), evidence: evidence === null ? [] : pieces(evidence) });
    pages.reveal(pieces(evidence ?? figure.a));
  } else {
    text.light({ main: [figure.id], also: also.map((each) => each.id), evidence: evidence === null ? [] : [anchorOf(part, evidence)] });
    text.reveal(anchorOf(part, evidence ?? figure.a)[0]);
  }
}

function choose(figure, { byList = false } = {}) {
  state.figure = figure;
  if (!byList) list.mark(figure.id);
  detail.show(state.part, figure, (at) => { choosePane("viewed"); show(at); });
  show();
  if (location.hash !== `#${figure.id}`) history.replaceState(null, "", `#${figure.id}`);
}

/** Follow the address: a figure is shown, and the window brought to it. */
function follow() {
  const id = location.hash.slice(1);
  if (!id.startsWith("fig-")) return;
  const part = partOf(id);
  if (!part) {
    detail.clear(`No figure of this report is ${id}.`);
    choosePane("detail");
    bringBench();
    return;
  }
  showPart(part.at);
  choosePane("detail");
  choose(part.figures[part.index.get(id)]);
  bringBench();
}

/** Bring the list, the pages and the figure into the window. */
function bringBench() {
  (NARROW.matches ? document.querySelector(".tabs") : byId("figures")).scrollIntoView();
}

function leave() {
  const query = byId("query");
  if (document.activeElement === query && query.value) {
    query.value = "";
    search();
  } else if (document.activeElement !== document.body && document.activeElement.closest("input, textarea, select")) {
    byId("list").focus({ preventScroll: true });
  } else if (state.figure) {
    state.figure = null;
    list.mark(null);
    detail.clear();
    state.view.light({});
    choosePane("listed");
    history.replaceState(null, "", "#figures");
  }
}

// --- Light and dark -----------------------------------------------------------------------------

function theme(name) {
  document.documentElement.dataset.theme = name;
  byId("theme").textContent = `Theme: ${name}`;
  kept.put("theme", name);
}

// --- Start --------------------------------------------------------------------------------------

theme(kept.get("theme", "auto"));
byId("theme").addEventListener("click", () => theme(THEMES[document.documentElement.dataset.theme]));
document.querySelector(".tabs").append(...PANES.map(([name, label]) =>
  h("button", { type: "button", "data-pane": name, onclick: () => { choosePane(name); list.draw(); show(); } }, label)));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", framed(search));
form.addEventListener("reset", () => setTimeout(search));
byId("part")?.addEventListener("change", (event) => showPart(Number(event.target.value)));
byId("view").addEventListener("scroll", framed(showAt), { passive: true });
NARROW.addEventListener("change", () => { document.querySelector(".more-filters").open = !NARROW.matches; });
list.start((figure) => choose(figure, { byList: true }));
list.box.addEventListener("click", () => choosePane("detail"));
startKeys({
  search: () => { choosePane("listed"); byId("figures").scrollIntoView(); byId("query").focus({ preventScroll: true }); byId("query").select(); },
  leave,
  verdict: (name) => document.querySelector(`.verdict.${name}`)?.click(),
});
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll(".infos, .warned, .rest")) folded.open = true;
  printed(state.part, state.rows);
});
choosePane("listed");
showPart(0);
follow();
document.documentElement.dataset.ready = "yes";
