// The text of a document, in chunks that are written when they are scrolled near.

const CHUNK = 40; // blocks
const TAGS = { title: "h3", heading: "h4", list_item: "p", footnote: "p", caption: "p", key_figure: "p", paragraph: "p" };

const FROM_THE_RIGHT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

const text = {
  box: byId("view"),
  part: null,
  chunks: [],

  show(part) {
    this.clear();
    this.part = part;
    this.order = part.figures.map((figure) => ({ figure, start: anchorOf(part, figure.a)[0], end: anchorOf(part, figure.a)[1] }))
      .sort((a, b) => a.start - b.start);
    this.watch = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) if (isIntersecting) this.fill(Number(target.dataset.chunk));
    }, { root: this.box, rootMargin: "150%" });
    for (let at = 0; at < part.blocks.length; at += CHUNK) this.chunk(part.blocks.slice(at, at + CHUNK));
  },

  clear() {
    this.watch?.disconnect();
    this.chunks = [];
    this.box.replaceChildren();
  },

  chunk(blocks) {
    const made = h("div", { class: "chunk", "data-chunk": this.chunks.length });
    const size = blocks.reduce((sum, block) => sum + block[3] - block[2], 0);
    made.style.minHeight = `${Math.round(size / 60 + blocks.length) * 1.4}em`;
    this.chunks.push({ made, blocks, start: blocks[0][2], end: blocks.at(-1)[3], filled: false });
    this.box.append(made);
    this.watch.observe(made);
  },

  fill(at) {
    const chunk = this.chunks[at];
    if (chunk.filled) return;
    chunk.filled = true;
    chunk.made.style.minHeight = "";
    chunk.made.append(...chunk.blocks.flatMap((block, n) => this.block(block, at + n ? this.before(at, n) : null)));
    this.light();
  },

  before(at, n) {
    return n ? this.chunks[at].blocks[n - 1] : this.chunks[at - 1].blocks.at(-1);
  },

  block([type, level, start, end, page, table], before) {
    const made = type === "table" && table !== null
      ? this.table(this.part.tables[table])
      : h(TAGS[type] ?? "p", { dir: "auto", class: `block ${type}`, "data-start": start }, this.marked(start, end));
    if (type === "list_item" && level) made.style.marginInlineStart = `${level}em`;
    const turned = page !== null && page !== (before ? before[4] : null);
    return turned ? [h("p", { class: "turn" }, `Page ${page}`), made] : [made];
  },

  table({ title, cells, totals }) {
    const rows = new Map();
    for (const cell of cells) listUnder(rows, cell[0], cell);
    const lines = [...rows].sort(([a], [b]) => a - b).map(([row, each]) =>
      h("tr", { class: totals.includes(row) ? "total" : null }, each.sort((a, b) => a[1] - b[1]).map((cell) => this.cell(cell))));
    const attrs = { class: "wide", role: "region", tabindex: "0", "aria-label": title ?? "Table", dir: this.direction(cells) };
    return h("div", attrs, h("table", { class: "read" }, title ? said(title, "caption") : null, h("tbody", {}, lines)));
  },

  /** Columns run as the first word of a cell does; `auto` would not look at cells, which have a direction of their own. */
  direction(cells) {
    const all = cells.map(([, , , , , start, end]) => (start === undefined ? "" : this.part.text.slice(start, end)));
    return FROM_THE_RIGHT.test(all.join(" ")) ? "rtl" : "ltr";
  },

  cell([, , rows, columns, heads, start, end]) {
    const numeric = start !== undefined && NUMERIC.test(this.part.text.slice(start, end));
    const attrs = { dir: numeric ? "ltr" : "auto", class: numeric ? "numeric" : null, "data-start": start, rowspan: rows > 1 ? rows : null, colspan: columns > 1 ? columns : null };
    const scope = { column: "col", row: "row" }[heads];
    const content = start === undefined ? [] : this.marked(start, end);
    return scope && content.length ? h("th", { ...attrs, scope }, content) : h("td", attrs, content);
  },

  /** The text between two places, its figures as links. */
  marked(start, end) {
    const made = [];
    let from = start;
    for (let at = this.first(start); at < this.order.length && this.order[at].end <= end; at += 1) {
      const { figure, start: begins, end: ends } = this.order[at];
      if (begins < from) continue;
      made.push(this.part.text.slice(from, begins));
      made.push(h("a", { href: `#${figure.id}`, class: "mark", "data-figure": figure.id, tabindex: "-1", dir: directed(this.part.text.slice(begins, ends)) }, this.part.text.slice(begins, ends)));
      from = ends;
    }
    made.push(this.part.text.slice(from, end));
    return made.filter(Boolean);
  },

  /** The first figure that begins at a place or after it. */
  first(start) {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.order[middle].start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  },

  light(lit = this.lit) {
    this.lit = lit;
    const { main = [], also = [] } = lit ?? {};
    for (const link of this.box.querySelectorAll(".mark")) {
      link.classList.toggle("main", main.includes(link.dataset.figure));
      link.classList.toggle("also", also.includes(link.dataset.figure));
    }
    CSS.highlights?.set("evidence", new Highlight(...(lit?.evidence ?? []).flatMap((range) => this.range(range))));
  },

  /** The evidence as a range of the page, where it is written already. */
  range([start, end]) {
    const chunk = this.chunks.find((each) => each.filled && each.start <= start && end <= each.end);
    const own = [...chunk?.made.querySelectorAll("[data-start]") ?? []]
      .findLast((each) => Number(each.dataset.start) <= start && start < Number(each.dataset.start) + each.textContent.length);
    if (!own) return [];
    const from = start - Number(own.dataset.start);
    return [spanned(own, from, Math.min(from + end - start, own.textContent.length))];
  },

  reveal(start) {
    const at = this.chunks.findIndex((chunk) => chunk.start <= start && start <= chunk.end);
    if (at < 0) return;
    this.fill(at);
    const link = this.chunks[at].made.querySelector(".mark.main") ?? this.chunks[at].made;
    const away = link.getBoundingClientRect().top - this.box.getBoundingClientRect().top;
    this.box.scrollTop += away - this.box.clientHeight / 3; // scrollIntoView would move the window too
  },
};

/** The range between two characters of an element. */
function spanned(element, start, end) {
  const range = document.createRange();
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const length = node.data.length;
    if (start >= passed && start <= passed + length) range.setStart(node, start - passed);
    if (end <= passed + length) {
      range.setEnd(node, end - passed);
      break;
    }
    passed += length;
  }
  return range;
}
