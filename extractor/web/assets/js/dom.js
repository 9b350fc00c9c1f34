// Elements are made of names and texts only: what a document says never becomes markup.
"use strict";

const byId = (id) => document.getElementById(id);

/** Make an element; `attrs` are attributes, or listeners where the name begins with "on". */
function h(tag, attrs, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) made.append(child);
  return made;
}

/** Text of a document: in its own direction. */
const said = (text, tag = "bdi", attrs = {}) => h(tag, { dir: "auto", ...attrs }, text);

const NUMERIC = /^[-+−–(<>~$€£¥]*[\d\s.,٬٫\u0660-\u0669]*[\d\u0660-\u0669][%٪)*]*$/;
/** A number runs from the left, also with its thousands set apart among Arabic words. */
const directed = (text) => (NUMERIC.test(text) ? "ltr" : null);

/** A link to an address that a document gives: only where following it can do no harm. */
function outward(url) {
  let address = null;
  try {
    address = new URL(url);
  } catch {
    return said(url);
  }
  if (!["http:", "https:", "mailto:"].includes(address.protocol)) return said(url);
  return h("a", { href: address.href, target: "_blank", rel: "noopener noreferrer", class: "url" }, url);
}

const words = (code) => code.replaceAll("_", " ").replaceAll("-", " ");
const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** A number of plain digits with its thousands set apart. */
const grouped = (number) => {
  const [whole, rest] = number.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? apart : `${apart}.${rest}`;
};
const isPlain = (value) => /^-?\d+(\.\d+)?$/.test(value ?? "");

/** Run at most once in a frame. */
function framed(run) {
  let asked = 0;
  return () => {
    if (!asked) asked = requestAnimationFrame(() => { asked = 0; run(); });
  };
}
