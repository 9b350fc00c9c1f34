// Choosing a change shows it in both editions.

const sides = [new Side(0), new Side(1)];
let chosen = null;

function choose(at) {
  if (at === undefined) return;
  if (chosen !== null) byId(`change-${chosen}`).removeAttribute("aria-current");
  chosen = at;
  const item = byId(`change-${at}`);
  item.setAttribute("aria-current", "true");
  const list = item.parentElement; // scrolled by itself: the page stays where the reader has it
  if (item.offsetTop < list.scrollTop || item.offsetTop + item.offsetHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = item.offsetTop - list.clientHeight / 3;
  }
  data.changes[at].forEach((end, side) => sides[side].show(end));
}

function step(by) {
  const visible = items.filter((item) => !item.hidden);
  const now = visible.findIndex((item) => Number(item.dataset.at) === chosen);
  const next = visible[Math.min(visible.length - 1, Math.max(0, now + by))];
  if (next) {
    choose(Number(next.dataset.at));
    next.firstElementChild.focus({ preventScroll: true });
  }
}

for (const item of items) item.firstElementChild.addEventListener("click", () => choose(Number(item.dataset.at)));
for (const link of document.querySelectorAll('a[href^="#change-"]')) {
  link.addEventListener("click", () => choose(Number(link.hash.slice("#change-".length))));
}

const THEMES = ["auto", "light", "dark"];
byId("theme").addEventListener("click", ({ target }) => {
  const root = document.documentElement;
  root.dataset.theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
  target.textContent = `Theme: ${root.dataset.theme}`;
});
byId("help").addEventListener("click", () => byId("keys").showModal());

const KEYS = { j: () => step(1), k: () => step(-1), "/": () => filters.elements.query.focus(), "?": () => byId("keys").showModal() };
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input, select, textarea");
  if (event.key === "Escape" && event.target === filters.elements.query) {
    event.target.value = "";
    filter();
    event.target.blur();
  } else if (!isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

if (items.length) choose(0);
document.documentElement.dataset.ready = "";
