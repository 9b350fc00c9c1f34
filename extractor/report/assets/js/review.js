// What a reviewer says of a figure, kept in this browser and downloaded as a golden patch.

const VERDICTS = ["right", "wrong"];
const CORRECTED = {
  value: "Value", low: "From", high: "To", unit: "Unit", indicator: "Indicator", population: "Population", place: "Place", as_of: "As of", status: "Status",
};
const NUMBER = "-?[0-9]+([.][0-9]+)?";
const DIGITS = "A number in plain digits, such as 14600000 for 14.6 million.";
const read = (figure, name) => (name in figure.bound ? figure.bound[name].value ?? figure.bound[name].shown : figure[name] ?? "");

/** The form of one figure. */
function reviewForm(part, figure) {
  const review = () => reviewOf(part, figure.id) ?? {};
  const message = h("p", { role: "status", class: "hint" });
  const keep = (changed) => {
    const lasts = keepReview(part, figure.id, { ...review(), ...changed });
    message.textContent = lasts ? "" : "This browser keeps nothing: download the reviews before you leave.";
    reviewsChanged();
  };
  const corrections = h("fieldset", { class: "corrections" }, h("legend", {}, "What is right (leave what is)"),
    Object.entries(CORRECTED).filter(([name]) => isAsked(figure, name))
      .map(([name, label]) => correction(figure, { name, label, review, keep, message })));
  const buttons = VERDICTS.map((verdict) => h("button", { type: "button", class: `verdict ${verdict}`, "data-verdict": verdict,
    onclick: () => { keep({ verdict: review().verdict === verdict ? undefined : verdict }); update(); } },
  verdict === "right" ? "✓ Right" : "✗ Wrong"));
  const note = h("textarea", { id: "note", rows: 2, dir: "auto", oninput: (event) => keep({ note: event.target.value.trim() }) });
  note.value = review().note ?? "";
  function update() {
    for (const each of buttons) each.setAttribute("aria-pressed", String(review().verdict === each.dataset.verdict));
    corrections.hidden = review().verdict !== "wrong";
  }
  update();
  return h("form", { class: "review", "aria-label": "Review", onsubmit: (event) => event.preventDefault() },
    h("div", { class: "verdicts", role: "group", "aria-label": "Is it read right?" }, buttons),
    corrections, h("label", { for: "note" }, "Note"), note, message);
}

/** A range is corrected by its ends, any other figure by its value. */
const isAsked = (figure, name) => (figure.value === undefined ? name !== "value" : !["low", "high"].includes(name));
const isNumber = (figure, name) => ["value", "low", "high"].includes(name) && !["date", "duration"].includes(figure.kind);

function correction(figure, { name, label, review, keep, message }) {
  const was = read(figure, name);
  const field = h("input", { type: "text", dir: "auto", name, autocomplete: "off", pattern: isNumber(figure, name) ? NUMBER : null,
    oninput: (event) => {
      const corrections = { ...review().corrections };
      const said = event.target.value.trim();
      const valid = event.target.checkValidity();
      event.target.setAttribute("aria-invalid", String(!valid));
      if (said === was || !valid) delete corrections[name];
      else corrections[name] = said || null;
      keep({ corrections });
      if (!valid) message.textContent = DIGITS;
    } });
  field.value = name in (review().corrections ?? {}) ? review().corrections[name] ?? "" : was;
  return h("label", {}, h("span", {}, label), field);
}

/** The golden patch of a document. */
function patchOf(part) {
  return {
    format: "planfacts-review/1",
    document: { name: part.name, sha256: part.sha256 },
    reviews: [...reviewsOf(part)].map(([id, review]) => {
      const figure = part.figures[part.index.get(id)];
      const [start, , [piece]] = anchorOf(part, figure.a);
      return {
        figure: id,
        ...(part.paged ? { page: piece[0] } : { start: piece[0] }),
        quote: quoteOf(part, figure.a),
        verdict: review.verdict ?? "note",
        note: review.note ?? "",
        corrections: review.verdict === "wrong" ? review.corrections ?? {} : {},
        at: start,
      };
    }).sort((a, b) => a.at - b.at).map(({ at, ...kept }) => kept),
  };
}

function download(part) {
  const content = new Blob([`${JSON.stringify(patchOf(part), null, 1)}\n`], { type: "application/json" });
  const link = h("a", { href: URL.createObjectURL(content), download: `${part.name}.review.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
