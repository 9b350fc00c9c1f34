// Which figures are listed, and in which order.

const AROUND = 90; // characters of its line on both sides of a figure that are searched too

const DASHES = /[\u2010-\u2015\u2212]/g; // also a minus as it is printed: on a keyboard all are one
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(DASHES, "-").toLowerCase();

/** All that can be searched of a figure, folded once. */
function haystack(part, figure) {
  const [start, end] = anchorOf(part, figure.a);
  const told = Object.values(figure.bound).map((each) => `${each.shown} ${each.code ?? ""}`);
  const section = pathOf(part, figure.section).map((at) => titleOf(part.sections[at]));
  const beside = figure.zone === "table" ? 0 : AROUND; // beside a cell stand other figures
  const before = part.text.slice(Math.max(0, start - beside), start);
  const after = part.text.slice(end, end + beside);
  const around = before.slice(before.lastIndexOf("\n") + 1) + part.text.slice(start, end) + after.split("\n", 1)[0];
  const values = [figure.value, figure.low, figure.high].filter(Boolean);
  const sources = (figure.sources ?? []).map((each) => each.shown);
  return folded([
    figure.shown, ...values, ...values.filter(isPlain).map(grouped), figure.kind, figure.unit ?? "",
    figure.id, figure.where, ...told, ...sources, ...section, around,
  ].join("\n"));
}

const stateOf = (figure) => figure.bound.indicator?.state ?? "unbound";
const size = (figure) => Number(figure.value ?? figure.low ?? figure.high);
const sized = (figure) => (isPlain(figure.value ?? figure.low ?? figure.high) ? size(figure) : null);

function compareSize(way) {
  return (a, b) => {
    const [x, y] = [sized(a), sized(b)];
    if (x === null || y === null) return (x === null) - (y === null);
    return (x - y) * way;
  };
}
const compareText = (read) => (a, b) => {
  const [x, y] = [read(a), read(b)];
  if (!x || !y) return !x - !y;
  return x.localeCompare(y);
};
const ORDERS = {
  text: ["as in the document", null],
  largest: ["largest first", compareSize(-1)],
  smallest: ["smallest first", compareSize(1)],
  indicator: ["by indicator", compareText((f) => f.bound.indicator?.shown)],
  place: ["by place", compareText((f) => f.bound.place?.shown)],
  kind: ["by kind", compareText((f) => f.kind)],
  findings: ["gravest finding first", (a, b) => b.gravity - a.gravity],
};

const FILTERS = {
  kind: (part, figure, value) => figure.kind === value,
  section: (part, figure, value) => pathOf(part, figure.section).includes(Number(value)),
  place: (part, figure, value) => figure.bound.place?.shown === value,
  indicator: (part, figure, value) => folded(figure.bound.indicator?.shown ?? "").includes(folded(value)),
  state: (part, figure, value) => stateOf(figure) === value,
  finding: (part, figure, value) =>
    value === "any" ? figure.gravity > 0
      : value === "none" ? figure.gravity === 0
        : findingsOf(part, figure).some((each) => each.severity === value || each.code === value),
  review: (part, figure, value) => (reviewOf(part, figure.id)?.verdict ?? "open") === value,
};

/** Return the numbers of the figures that a search finds, in its order. */
function found(part, { query, order, ...filters }) {
  part.hay ??= part.figures.map((figure) => haystack(part, figure));
  const terms = folded(query ?? "").split(/\s+/).filter(Boolean);
  const asked = Object.entries(filters).filter(([, value]) => value);
  const kept = part.figures.filter((figure, n) =>
    terms.every((term) => part.hay[n].includes(term))
    && asked.every(([name, value]) => FILTERS[name](part, figure, value)));
  const compare = ORDERS[order ?? "text"][1];
  return compare ? kept.sort(compare) : kept;
}
