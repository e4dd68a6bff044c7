"""How does a page let its reader search, filter and sort? Without network or library, named in its own policy.

The script reads what the rows say of themselves (`data-…`) and hides or orders them; without it the page is whole.
"""

from base64 import b64encode
from hashlib import sha256

SCRIPT = """
"use strict";
(() => {
  const all = query => [...document.querySelectorAll(query)];
  const table = document.querySelector("table"), tools = document.getElementById("tools");
  const search = document.getElementById("search"), sort = document.getElementById("sort");
  const none = document.getElementById("none"), filters = all("#tools select[data-by]");
  const bodies = all("table > tbody"), rows = bodies.filter(one => !one.classList.contains("section"));
  const sections = bodies.filter(one => one.classList.contains("section"));
  const texts = new Map(rows.map(one => [one, one.textContent.toLowerCase()]));
  tools.hidden = false;
  const fits = (row, words) => words.every(word => texts.get(row).includes(word)) &&
    filters.every(one => !one.value || row.dataset[one.dataset.by] === one.value);
  const shown = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    rows.forEach(row => { row.hidden = !fits(row, words); count += !row.hidden; });
    sections.forEach(one => {
      let next = one.nextElementSibling, seen = false;
      for (; next && !next.classList.contains("section"); next = next.nextElementSibling) seen = seen || !next.hidden;
      one.hidden = sort.value !== "" || !seen;
    });
    none.hidden = count > 0;
  };
  const ordered = () => {
    const by = sort.value;
    const key = row => by === "name" ? row.dataset.name || "\\uffff" : Number(row.dataset.rank || 99);
    const order = by ? [...rows].sort((a, b) => key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) : bodies;
    order.forEach(one => table.append(one));
    shown();
  };
  search.addEventListener("input", shown);
  filters.forEach(one => one.addEventListener("change", shown));
  sort.addEventListener("change", ordered);
  document.getElementById("reset").addEventListener("click", () => {
    search.value = ""; sort.value = ""; filters.forEach(one => { one.value = ""; }); ordered();
  });
})();
"""
HASH = b64encode(sha256(SCRIPT.encode()).digest()).decode()
"""By which the page's own policy knows this script, and no other runs."""
