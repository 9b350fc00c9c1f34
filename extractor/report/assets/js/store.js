// What this browser keeps: the reviews of each document, by its hash, and two settings.

const kept = {
  get(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`planfacts-${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  put(name, value) {
    try {
      localStorage.setItem(`planfacts-${name}`, JSON.stringify(value));
      return true;
    } catch {
      return false; // storage is off: the review lasts as long as the page is open
    }
  },
};

const reviews = new Map();

/** The reviews of a document, by the ids of its figures. */
function reviewsOf(part) {
  if (!reviews.has(part.sha256)) {
    const stored = kept.get(`review-${part.sha256}`, {});
    const known = Object.entries(stored).filter(([id]) => part.index.has(id));
    reviews.set(part.sha256, new Map(known));
  }
  return reviews.get(part.sha256);
}
const reviewOf = (part, id) => reviewsOf(part).get(id);

/** Keep a review; one that says nothing is forgotten. Returns whether it will last. */
function keepReview(part, id, review) {
  const all = reviewsOf(part);
  const says = review.verdict || review.note || Object.keys(review.corrections ?? {}).length;
  if (says) all.set(id, review);
  else all.delete(id);
  return kept.put(`review-${part.sha256}`, Object.fromEntries(all));
}
