// Everything about one figure.

const LINE = 160; // characters of the text on both sides of a figure
const MOST_ALIKE = 12;
const NAMES = {
  indicator: "Indicator", population: "Population", place: "Place", as_of: "As of", status: "Status", per: "Per",
};
const STATES = { stated: "stated beside the figure", inherited: "inherited from what governs it", inferred: "inferred by a rule" };

const detail = {
  box: byId("detail"),

  clear(hint = "Choose a figure in the list, or a box on the page.") {
    this.box.replaceChildren(h("p", { class: "hint" }, hint));
  },

  show(part, figure, shed) {
    this.part = part;
    this.shed = shed; // lights evidence on the page
    this.box.replaceChildren(...[
      this.head(figure), this.line(figure), reviewForm(part, figure), this.bound(figure), this.sources(figure),
      this.findings(figure), this.relations(figure), this.reading(figure),
    ].flat().filter(Boolean));
    this.box.scrollTop = 0;
  },

  head(figure) {
    return [
      h("p", { class: "kind" }, words(figure.kind), " · ", figure.where, " · ", figure.zone === "keyfigure" ? "key figure" : figure.zone),
      h("h3", { class: "value", dir: "auto" }, figure.shown),
      figure.bound.indicator ? said(figure.bound.indicator.shown, "p", { class: "measures" }) : null,
      h("p", { class: "go" }, h("button", { type: "button", class: "quiet narrow-only", onclick: () => this.shed(null) }, "Show where it stands")),
    ];
  },

  line(figure) {
    const [start, end] = anchorOf(this.part, figure.a);
    const { text: all } = this.part;
    const from = all.lastIndexOf("\n", start - 1) + 1;
    const to = all.indexOf("\n", end);
    const last = to < 0 ? all.length : to;
    const begins = start - from > LINE ? all.indexOf(" ", start - LINE) + 1 : from;
    const ends = last - end > LINE ? all.lastIndexOf(" ", end + LINE) : last;
    return h("blockquote", { dir: "auto" },
      begins > from ? "… " : "", shownText(all.slice(Math.min(begins, start), start)), h("mark", { dir: directed(all.slice(start, end)) }, all.slice(start, end)),
      shownText(all.slice(end, Math.max(ends, end))), ends < last ? " …" : "");
  },

  bound(figure) {
    const told = Object.keys(NAMES).filter((name) => figure.bound[name]);
    const asked = isBindable(figure) ? ["indicator", "place", "as_of"] : [];
    const unbound = asked.filter((name) => !figure.bound[name]).map((name) => NAMES[name].toLowerCase());
    if (!told.length && !unbound.length) return null;
    return [
      h("h4", {}, "Bound to"),
      told.length ? h("dl", { class: "bound" }, told.map((name) => this.attribute(name, figure.bound[name]))) : null,
      unbound.length ? h("p", { class: "hint" }, `Not told: ${unbound.join(", ")}.`) : null,
    ];
  },

  attribute(name, bound) {
    return h("div", {},
      h("dt", {}, NAMES[name]),
      h("dd", {},
        said(bound.shown), bound.code ? h("code", { class: "code" }, bound.code) : null,
        h("span", { class: "by" }, h("span", { class: `state ${bound.state}`, title: STATES[bound.state] }, bound.state), " ", h("code", {}, bound.rule)),
        this.evidence(bound.a)));
  },

  evidence(at) {
    if (at === undefined) return null;
    const quote = quoteOf(this.part, at);
    return h("button", { type: "button", class: "evidence", title: "Light it in the document",
      onclick: () => this.shed(at) }, said(`“${shortened(quote)}”`));
  },

  sources(figure) {
    if (!figure.sources) return null;
    return [h("h4", {}, "Says who"), h("ul", { class: "sources" }, figure.sources.map((source) => this.source(source)))];
  },

  source(source) {
    const note = this.part.notes[source.note];
    const cited = this.part.cited.find((each) => each.value === source.shown);
    const urls = [...new Set([source.url, cited?.url, ...(note?.urls ?? [])].filter(Boolean))];
    return h("li", {},
      said(source.shown, "b"),
      h("span", { class: "by" }, h("span", { class: `state ${source.state}` }, source.state), " ", h("code", {}, source.rule)),
      [cited?.publisher, cited?.date].filter((each) => each && each !== source.shown).map((each) => said(each, "span", { class: "item" })),
      note ? said(`${note.label} ${note.text}`, "p", { class: "note" }) : null,
      urls.map((url) => h("p", {}, outward(url))),
      this.evidence(source.a));
  },

  findings(figure) {
    const all = findingsOf(this.part, figure);
    if (!all.length) return null;
    return [h("h4", {}, "Findings"), h("ul", { class: "found" }, all.map((finding) => h("li", {},
      h("span", { class: `badge small ${finding.severity}` }, finding.severity === "info" ? "note" : finding.severity), " ",
      h("b", {}, words(finding.code)), h("p", {}, finding.message),
      h("ul", { class: "chips" }, this.others(finding, figure)))))];
  },

  others(finding, figure) {
    return finding.figures.map((each) => (typeof each === "number" ? this.part.figures[each].id : each))
      .filter((id) => id !== figure.id).slice(0, MOST_ALIKE)
      .map((id) => [partOf(id), id]).filter(([part]) => part)
      .map(([part, id]) => h("li", {}, this.link(part.figures[part.index.get(id)])));
  },

  relations(figure) {
    const whole = this.part.figures[figure.of];
    const shares = (this.part.children.get(figure.n) ?? []).map((at) => this.part.figures[at]);
    const alike = (this.part.alike.get(likeness(figure)) ?? []).filter((at) => at !== figure.n).map((at) => this.part.figures[at]);
    return [
      whole ? [h("h4", {}, "Part of"), this.links([whole])] : null,
      shares.length ? [h("h4", {}, "Its parts"), this.links(shares)] : null,
      alike.length ? [h("h4", {}, "The same indicator elsewhere"), this.links(alike)] : null,
    ].flat();
  },

  links(figures) {
    const more = figures.length - MOST_ALIKE;
    return h("ul", { class: "chips" },
      figures.slice(0, MOST_ALIKE).map((each) => h("li", {}, this.link(each))),
      more > 0 ? h("li", { class: "more" }, `and ${more} more`) : null);
  },

  link(figure) {
    const { place, as_of: when } = figure.bound;
    return h("a", { href: `#${figure.id}` }, said(figure.shown, "b"), " ",
      h("small", {}, said([place?.shown, when?.shown, figure.where].filter(Boolean).join(", "))));
  },

  reading(figure) {
    const value = figure.value ?? [figure.low, figure.high].map((each) => each ?? "…").join(" to ");
    const rows = [
      ["Printed", said(quoteOf(this.part, figure.a))],
      ["Value", isBindable(figure) && isPlain(value) ? grouped(value) : value],
      ["Unit", figure.unit && words(figure.unit)],
      ["Precision", figure.precision && `± ${isPlain(figure.precision) ? grouped(figure.precision) : figure.precision}`],
      ["Modifier", figure.modifier && [words(figure.modifier), this.evidence(figure.ma)]],
      ["Read by", h("code", {}, figure.rule)],
      ["Section", figure.section === undefined ? null : said(pathOf(this.part, figure.section).map((at) => titleOf(this.part.sections[at])).join(" › "))],
      ["Table", figure.cell && this.cell(figure.cell)],
      ["Id", h("code", {}, figure.id)],
    ];
    return [h("h4", {}, "Read as"), h("dl", { class: "bound reading" },
      rows.filter(([, told]) => told).map(([name, told]) => h("div", {}, h("dt", {}, name), h("dd", {}, ...[told].flat()))))];
  },

  cell([table, row, column]) {
    const { title, cells } = this.part.tables[table];
    const read = (cell) => (cell?.[5] === undefined ? "" : this.part.text.slice(cell[5], cell[6]));
    const heads = cells.filter((cell) => cell[4] && within(cell, row, column)).map(read).filter(Boolean);
    return said([title, ...heads].filter(Boolean).join(" › "));
  },
};

/** Whether a head's cell governs a place by its row or its column. */
const within = ([row, column, rows, columns, heads], atRow, atColumn) =>
  (heads === "column" ? column <= atColumn && atColumn < column + columns && row < atRow
    : row <= atRow && atRow < row + rows && column < atColumn);
const shortened = (quote) => (quote.length > LINE ? `${quote.slice(0, LINE)}…` : quote).replaceAll(/\s+/g, " ");
const shownText = (line) => line.replaceAll("\t", "  ·  ");
