// On paper there is no scrolling: the figures that are listed are printed as a table.

function printed(part, rows) {
  const heads = ["Where", "Figure", "Indicator", "Place", "As of", "Findings", "Review"];
  const lines = rows.map((figure) => {
    const { indicator, place, as_of: when } = figure.bound;
    const review = reviewOf(part, figure.id);
    const findings = findingsOf(part, figure).map((each) => words(each.code));
    const told = [figure.where, figure.shown, indicator?.shown, place?.shown, when?.shown, [...new Set(findings)].join(", "),
      [review?.verdict, review?.note].filter(Boolean).join(": ")];
    return h("tr", {}, told.map((each) => h("td", { dir: "auto" }, each ?? "")));
  });
  byId("printed").replaceChildren(h("h2", {}, plural(rows.length, "figure")), h("table", {},
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, lines)));
}
