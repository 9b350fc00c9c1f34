// The list: only rows in sight are in the page, so that thousands cost no more than a few.

const SPARE = 8; // rows beyond the window on both sides

const list = {
  box: byId("list"),
  rows: [],
  part: null,
  at: -1, // of the row selected
  onSelect: () => {},

  start(onSelect) {
    this.onSelect = onSelect;
    this.canvas = h("div", { class: "canvas", role: "presentation" });
    this.box.append(this.canvas);
    this.box.addEventListener("scroll", framed(() => this.draw()), { passive: true });
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("focus", () => { if (this.at < 0 && this.rows.length && this.box.matches(":focus-visible")) this.select(0); });
    this.canvas.addEventListener("click", (event) => { // by its place: the rows may be drawn anew in between
      const at = Math.floor((event.clientY - this.canvas.getBoundingClientRect().top) / this.height());
      if (at in this.rows) this.select(at);
    });
    new ResizeObserver(framed(() => this.draw())).observe(this.box);
  },

  show(part, rows, selected) {
    this.part = part;
    this.rows = rows;
    this.at = rows.findIndex((figure) => figure.id === selected);
    this.box.scrollTop = 0;
    this.draw();
    if (this.at >= 0) this.reveal(this.box.clientHeight / 3);
  },

  height() {
    return 4.25 * parseFloat(getComputedStyle(document.documentElement).fontSize);
  },

  draw() {
    const height = this.height();
    this.canvas.style.height = `${this.rows.length * height}px`;
    const first = Math.max(0, Math.floor(this.box.scrollTop / height) - SPARE);
    const last = Math.min(this.rows.length, Math.ceil((this.box.scrollTop + this.box.clientHeight) / height) + SPARE);
    const shown = [];
    for (let at = first; at < last; at += 1) shown.push(this.row(at, height));
    if (this.at >= 0 && (this.at < first || this.at >= last)) shown.push(this.row(this.at, height));
    this.canvas.replaceChildren(...shown);
    if (this.at >= 0) this.box.setAttribute("aria-activedescendant", `row-${this.at}`);
    else this.box.removeAttribute("aria-activedescendant");
  },

  row(at, height) {
    const figure = this.rows[at];
    const { indicator, place, as_of: when } = figure.bound;
    const review = reviewOf(this.part, figure.id);
    const severity = ["", "info", "warning", "error"][figure.gravity];
    const made = h("div", {
      role: "option", id: `row-${at}`, "data-row": at, class: "row",
      "aria-selected": at === this.at ? "true" : "false",
      "aria-setsize": this.rows.length, "aria-posinset": at + 1,
    },
    h("span", { class: "line" },
      said(figure.shown, "b"),
      severity ? h("span", { class: `badge small ${severity}` }, severity === "info" ? "note" : severity) : null,
      review?.verdict ? h("span", { class: `badge small ${review.verdict}` }, review.verdict) : null,
      h("span", { class: "where" }, figure.where)),
    indicator ? said(indicator.shown, "span", { class: "told" }) : h("i", { class: "told" }, isBindable(figure) ? `${figure.kind}, not bound` : figure.kind),
    h("span", { class: "told faint" }, [place, when].filter(Boolean).map((each) => said(each.shown, "bdi", { class: "item" }))));
    made.style.height = `${height}px`;
    made.style.transform = `translateY(${at * height}px)`;
    return made;
  },

  key(event) {
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.height()) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.move(steps[event.key]);
  },

  move(step) {
    if (!this.rows.length) return;
    this.select(Math.min(this.rows.length - 1, Math.max(0, this.at + step)));
  },

  select(at) {
    this.at = at;
    this.draw();
    this.reveal();
    this.onSelect(this.rows[at]);
  },

  /** Mark the row of a figure that was chosen elsewhere; none where the search leaves it out. */
  mark(id) {
    this.at = this.rows.findIndex((figure) => figure.id === id);
    this.draw();
    if (this.at >= 0) this.reveal(this.box.clientHeight / 3);
  },

  /** Bring the row selected into sight, so far from the edge that it was outside of. */
  reveal(inside = 0) {
    const height = this.height();
    const top = this.at * height;
    const seen = this.box.scrollTop;
    if (top < seen) this.box.scrollTop = top - inside;
    else if (top + height > seen + this.box.clientHeight) this.box.scrollTop = top + height + inside - this.box.clientHeight;
    this.draw();
  },
};
