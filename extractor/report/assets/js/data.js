// What was read of each document; a document is parsed when it is first looked at.

const GRAVITY = { error: 3, warning: 2, info: 1 };
const parsed = (id) => JSON.parse(byId(id).textContent);
const between = parsed("data-between");
const partCount = document.querySelectorAll(".part").length;
const parts = Array(partCount).fill(null);

/** Return a document with what is looked up in it again and again. */
function partAt(at) {
  if (parts[at]) return parts[at];
  const part = parsed(`data-${at}`);
  part.at = at;
  part.index = new Map(part.figures.map((figure, n) => [figure.id, n]));
  part.children = new Map();
  part.alike = new Map();
  part.figures.forEach((figure, n) => {
    figure.n = n;
    figure.gravity = Math.max(0, ...(figure.found ?? []).map((each) => GRAVITY[part.findings[each].severity]));
    if (figure.of !== undefined) listUnder(part.children, figure.of, n);
    const key = likeness(figure);
    if (key) listUnder(part.alike, key, n);
  });
  for (const finding of between) {
    for (const id of finding.figures) {
      const figure = part.figures[part.index.get(id)];
      if (figure) figure.gravity = Math.max(figure.gravity, GRAVITY[finding.severity]);
    }
  }
  parts[at] = part;
  return part;
}

function listUnder(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

/** What two figures share that tell the same thing. */
function likeness(figure) {
  const { indicator } = figure.bound;
  return indicator ? `${figure.kind}|${figure.unit ?? ""}|${indicator.key ?? indicator.shown.toLowerCase()}` : null;
}

/** The document that a figure is of; null where none has it. */
function partOf(id) {
  for (let at = 0; at < partCount; at += 1) if (partAt(at).index.has(id)) return partAt(at);
  return null;
}

/** Whether a figure has to be bound: a date or a duration needs no indicator. */
const isBindable = (figure) => !["date", "duration"].includes(figure.kind);

const anchorOf = (part, at) => (at === undefined || at === null ? null : part.anchors[at]);
const quoteOf = (part, at) => {
  const anchor = anchorOf(part, at);
  return anchor ? part.text.slice(anchor[0], anchor[1]) : "";
};

/** The section path of a figure, the outermost first. */
function pathOf(part, section) {
  const path = [];
  for (let at = section; at !== undefined && at !== null && !path.includes(at); at = part.sections[at].parent) path.unshift(at);
  return path;
}
const titleOf = ({ number, title }) => (number ? `${number} ${title}` : title);

/** The findings that a figure takes part in, those between documents last. */
const findingsOf = (part, figure) => [
  ...(figure.found ?? []).map((at) => part.findings[at]),
  ...between.filter((each) => each.figures.includes(figure.id)),
];
