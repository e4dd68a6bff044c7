"use strict";
(() => {
  const root = document.documentElement, get = name => document.getElementById(name);
  const all = (query, inside = document) => [...inside.querySelectorAll(query)];
  const pressed = one => one.getAttribute("aria-pressed") === "true";
  const press = (one, on) => one.setAttribute("aria-pressed", String(on));

  const tongues = all("[data-tongue]");
  const speak = tongue => {
    root.lang = tongue;
    const lang = tongue.slice(0, 2);
    all("[data-zh]").forEach(one => { one.textContent = one.dataset[lang]; });
    tongues.forEach(one => press(one, one.dataset.tongue === tongue));
  };
  tongues.forEach(one => one.addEventListener("click", () => speak(one.dataset.tongue)));
  const dark = get("dark");
  press(dark, matchMedia("(prefers-color-scheme: dark)").matches);
  dark.addEventListener("click", () => {
    press(dark, !pressed(dark));
    root.dataset.theme = pressed(dark) ? "dark" : "light";
  });
  get("choices").hidden = false;

  const tools = get("tools");
  if (!tools) return;
  const table = document.querySelector("table"), search = get("search"), sort = get("sort"), found = get("found");
  const filters = all("select[data-by]"), kinds = all("button[data-count]"), heads = all("button[data-sort]");
  const bodies = all("main > table > tbody"), shelves = bodies.filter(one => one.classList.contains("shelf"));
  const rows = bodies.filter(one => !one.classList.contains("shelf")), shelfOf = new Map();
  let shelf = null;
  bodies.forEach(one => { if (shelves.includes(one)) shelf = one; else shelfOf.set(one, shelf); });
  const told = row => all("th, td:not(.chart)", row).map(one => one.textContent).join(" ");
  const texts = new Map(rows.map(one => [one, told(one).toLowerCase()]));
  const opener = one => one && one.querySelector("button");
  const isOpen = one => !opener(one) || opener(one).getAttribute("aria-expanded") === "true";
  const setOpen = (one, on) => opener(one) && opener(one).setAttribute("aria-expanded", String(on));

  const shown = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean), wanted = kinds.filter(pressed);
    const asked = words.length || wanted.length || filters.some(one => one.value) || sort.value;
    let count = 0;
    rows.forEach(row => {
      const fits = words.every(word => texts.get(row).includes(word)) &&
        (!wanted.length || wanted.some(one => row.dataset.count === one.dataset.count)) &&
        filters.every(one => !one.value || row.dataset[one.dataset.by] === one.value);
      count += fits;
      row.hidden = !fits || !(asked || isOpen(shelfOf.get(row)));
      row.dataset.fits = fits;
    });
    shelves.forEach(one => {
      one.hidden = sort.value !== "" || !rows.some(row => shelfOf.get(row) === one && row.dataset.fits === "true");
    });
    found.textContent = count + " / " + rows.length;
    get("none").hidden = count > 0;
  };
  const spoken = "bdi, zh-, en-";
  const name = row => all("th span", row).flatMap(one => [...all(spoken, one), one]).find(one =>
    getComputedStyle(one).display !== "none" && !one.querySelector(spoken));
  const ordered = () => {
    const by = sort.value;
    const compare = by === "name" ? (a, b) => a.key.localeCompare(b.key, root.lang) : (a, b) => a.key - b.key;
    const keyed = rows.map(row => ({row, key: by === "name" ? name(row).textContent : Number(row.dataset.rank)}));
    (by ? keyed.sort(compare).map(one => one.row) : bodies).forEach(one => table.append(one));
    heads.forEach(one => one.parentNode.setAttribute("aria-sort", one.dataset.sort === by ? "ascending" : "none"));
    shown();
  };
  search.addEventListener("input", shown);
  filters.forEach(one => one.addEventListener("change", shown));
  kinds.forEach(one => {
    one.disabled = false;
    one.addEventListener("click", () => { press(one, !pressed(one)); shown(); });
  });
  sort.addEventListener("change", ordered);
  heads.forEach(one => {
    one.disabled = false;
    one.addEventListener("click", () => {
      sort.value = sort.value === one.dataset.sort ? "" : one.dataset.sort;
      ordered();
    });
  });
  const reset = () => {
    search.value = ""; sort.value = "";
    filters.forEach(one => { one.value = ""; });
    kinds.forEach(one => press(one, false));
    ordered();
  };
  get("reset").addEventListener("click", reset);
  shelves.forEach(one => {
    if (!opener(one)) return;
    setOpen(one, !one.classList.contains("closed"));
    opener(one).disabled = false;
    opener(one).addEventListener("click", () => { setOpen(one, !isOpen(one)); shown(); });
  });
  rows.forEach(row => row.addEventListener("click", event => {
    const story = row.querySelector("details");
    if (!story || event.target.closest("a, button, details") || String(getSelection())) return;
    story.open = !story.open;
  }));
  table.addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key], here = event.target.closest("summary, .shelf button");
    if (!step || !here) return;
    const stops = all("summary, .shelf button", table).filter(one => one.offsetParent);
    const next = stops[stops.indexOf(here) + step];
    if (next) { next.focus(); event.preventDefault(); }
  });
  const arrive = () => {
    const row = location.hash.length > 1 && get(decodeURIComponent(location.hash.slice(1)));
    if (!row || !rows.includes(row)) return;
    if (row.hidden) { reset(); setOpen(shelfOf.get(row), true); shown(); }
    row.querySelectorAll("details").forEach(one => { one.open = true; });
    row.scrollIntoView({block: "center"});
  };
  addEventListener("hashchange", arrive);
  tools.hidden = false;
  shown();
  arrive();
})();
