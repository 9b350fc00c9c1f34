// The pages of a PDF: a page becomes a picture when it is scrolled near, and is let go again.

const NEAR = "120%"; // of the height of the window, above and below

const pages = {
  box: byId("view"),
  part: null,
  sheets: new Map(),
  byPage: new Map(),
  zoom: 1,

  show(part) {
    this.clear();
    this.part = part;
    part.figures.forEach((figure) => {
      for (const page of new Set(anchorOf(part, figure.a)[2].map(([number]) => number))) listUnder(this.byPage, page, figure);
    });
    this.watch = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting) this.fill(Number(target.dataset.page));
        else this.empty(Number(target.dataset.page));
      }
    }, { root: this.box, rootMargin: NEAR });
    for (const page of part.pages) this.box.append(this.sheet(page));
    this.enlarge(this.zoom);
  },

  clear() {
    this.watch?.disconnect();
    this.sheets.clear();
    this.byPage.clear();
    this.box.replaceChildren();
  },

  sheet(page) {
    const [x0, top, x1, bottom] = page.visible;
    const label = page.label && page.label !== String(page.n) ? `Page ${page.n}, printed ${page.label}` : `Page ${page.n}`;
    const made = h("section", { class: "sheet-page", "data-page": page.n, "aria-label": label });
    made.style.aspectRatio = `${x1 - x0} / ${bottom - top}`;
    this.sheets.set(page.n, { made, page, filled: false });
    this.watch.observe(made);
    return made;
  },

  fill(number) {
    const sheet = this.sheets.get(number);
    if (!sheet || sheet.filled) return;
    sheet.filled = true;
    const content = byId(`page-${this.part.at}-${number}`).textContent;
    sheet.made.append(
      !content ? h("p", { class: "hint undrawn" }, "This page is too large to be drawn here; its text is in the view Text.") : h("img", { src: `data:image/webp;base64,${content}`, alt: `Page ${number} as printed; its text is in the view Text.` }),
      ...(this.byPage.get(number) ?? []).flatMap((figure) => this.boxes(sheet.page, figure)));
    this.light();
  },

  empty(number) {
    const sheet = this.sheets.get(number);
    if (!sheet?.filled) return;
    sheet.filled = false;
    sheet.made.replaceChildren();
  },

  boxes(page, figure) {
    return anchorOf(this.part, figure.a)[2].filter(([number]) => number === page.n).map((piece) => {
      const made = h("a", { href: `#${figure.id}`, class: "box", tabindex: "-1", "data-figure": figure.id,
        "aria-label": [figure.shown, figure.bound.indicator?.shown].filter(Boolean).join(", ") });
      return placed(made, page, piece);
    });
  },

  /** Light figures and their evidence; `shown` is {main, also, evidence}: pieces of each. */
  light(lit = this.lit) {
    this.lit = lit;
    for (const old of this.box.querySelectorAll(".glow")) old.remove();
    for (const [name, pieces] of Object.entries(lit ?? {})) {
      for (const piece of pieces) {
        const sheet = this.sheets.get(piece[0]);
        if (sheet?.filled) sheet.made.append(placed(h("span", { class: `glow ${name}`, "aria-hidden": "true" }), sheet.page, piece));
      }
    }
  },

  /** Scroll to the first piece, a third down the window. */
  reveal(pieces) {
    const [number, x0, top] = pieces[0];
    const sheet = this.sheets.get(number);
    if (!sheet) return;
    this.fill(number);
    const [left, above, right, below] = sheet.page.visible;
    const scale = sheet.made.clientHeight / (below - above);
    const y = sheet.made.offsetTop + (top - above) * scale;
    const x = sheet.made.offsetLeft + (x0 - left) / (right - left) * sheet.made.clientWidth;
    const near = y > this.box.scrollTop + 40 && y < this.box.scrollTop + this.box.clientHeight - 80;
    this.box.scrollTo({ top: near ? this.box.scrollTop : y - this.box.clientHeight / 3, left: Math.max(0, x - this.box.clientWidth / 2) });
  },

  enlarge(zoom) {
    const middle = (this.box.scrollTop + this.box.clientHeight / 2) / (this.box.scrollHeight || 1);
    this.zoom = Math.min(4, Math.max(0.5, zoom));
    this.box.style.setProperty("--zoom", this.zoom);
    this.box.scrollTop = middle * this.box.scrollHeight - this.box.clientHeight / 2;
  },

  /** The page in the middle of the window. */
  current() {
    const middle = this.box.scrollTop + this.box.clientHeight / 3;
    for (const { made, page } of this.sheets.values()) if (made.offsetTop + made.offsetHeight > middle) return page;
    return null;
  },
};

/** Put an element over a piece of a page. */
function placed(made, page, [, x0, top, x1, bottom]) {
  const [left, above, right, below] = page.visible;
  const share = (from, to) => `${(from / to) * 100}%`;
  made.style.left = share(x0 - left, right - left);
  made.style.top = share(top - above, below - above);
  made.style.width = share(x1 - x0, right - left);
  made.style.height = share(bottom - top, below - above);
  return made;
}
