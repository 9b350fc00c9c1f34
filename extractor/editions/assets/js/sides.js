// The two editions: a page becomes a picture when it is scrolled near, and is let go again.

const NEAR = "120%"; // of the height of a pane, above and below
const data = JSON.parse(byId("data").textContent);

class Side {
  constructor(at) {
    this.at = at;
    this.box = byId(`side-${at}`);
    this.note = byId(`note-${at}`);
    this.pages = new Map();
    this.changes = new Map(); // by figure
    data.changes.forEach((ends, change) => {
      const end = ends[at];
      if (end && !this.changes.has(end.id)) this.changes.set(end.id, change);
    });
    const side = data.sides[at];
    if (side.pages) this.paged(side.pages);
    else this.box.append(...side.blocks.map((block) => this.block(block)));
  }

  paged(pages) {
    this.watch = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting) this.fill(Number(target.dataset.page));
        else this.empty(Number(target.dataset.page));
      }
    }, { root: this.box, rootMargin: NEAR });
    for (const page of pages) {
      const made = h("section", { class: "page", "data-page": page.n, "aria-label": `Page ${page.n} of the ${this.at ? "new" : "old"} edition` });
      const [x0, top, x1, bottom] = page.visible;
      made.style.aspectRatio = `${x1 - x0} / ${bottom - top}`;
      this.pages.set(page.n, { made, page, filled: false });
      this.box.append(made);
      this.watch.observe(made);
    }
  }

  fill(number) {
    const sheet = this.pages.get(number);
    if (!sheet || sheet.filled) return;
    sheet.filled = true;
    const { page, made } = sheet;
    if (page.picture) made.append(h("img", { src: `data:image/webp;base64,${page.picture}`, alt: `Page ${number} as printed` }));
    for (const [figure, change] of this.changes) {
      const end = data.changes[change][this.at];
      for (const piece of end.boxes) if (piece[0] === number) made.append(this.boxed(page, piece, figure, change));
    }
    this.light(this.lit);
  }

  empty(number) {
    const sheet = this.pages.get(number);
    if (!sheet?.filled) return;
    sheet.filled = false;
    sheet.made.replaceChildren();
  }

  boxed({ visible: [left, above, right, below] }, [, x0, top, x1, bottom], figure, change) {
    const made = h("button", { type: "button", class: "box", tabindex: "-1", "data-figure": figure, "aria-label": labelOf(change), onclick: () => choose(change) });
    const share = (from, to) => `${(from / to) * 100}%`;
    made.style.left = share(x0 - left - 1, right - left);
    made.style.top = share(top - above - 1, below - above);
    made.style.width = share(x1 - x0 + 2, right - left);
    made.style.height = share(bottom - top + 2, below - above);
    return made;
  }

  block({ type, runs }) {
    return h("p", { class: `block ${type}`, dir: "auto" }, ...runs.map((run) => {
      if (typeof run === "string") return run;
      const [text, figure] = run;
      return h("button", { type: "button", class: "mark", tabindex: "-1", "data-figure": figure, onclick: () => choose(this.changes.get(figure)) }, text);
    }));
  }

  light(figure) {
    this.lit = figure;
    for (const old of this.box.querySelectorAll(".lit")) old.classList.remove("lit");
    const found = figure ? this.box.querySelectorAll(`[data-figure="${CSS.escape(figure)}"]`) : [];
    for (const each of found) each.classList.add("lit");
    return found[0];
  }

  /** Show a figure, a third down the pane; or say that it is not in this edition. */
  show(end) {
    this.note.textContent = end ? "" : "Not in this edition.";
    if (end?.boxes.length && this.pages.size) this.fill(end.boxes[0][0]);
    const lit = this.light(end?.id);
    if (!lit) return;
    const y = lit.getBoundingClientRect().top - this.box.getBoundingClientRect().top;
    this.box.scrollBy({ top: y - this.box.clientHeight / 3 });
  }
}
