// What the pages do beyond standing there. Nothing depends on it: without
// script every page is complete.
(function () {
  "use strict";
  const page = document.documentElement;
  const data = page.dataset;

  // The masthead's clock is the reader's own, in the edition's words.
  function clock(element) {
    const names = JSON.parse(element.dataset.calendar);
    const digits = (s) => String(s).replace(/\d/g, (d) => names.digits[d]);
    const two = (n) => digits(String(n).padStart(2, "0"));
    const time = document.createElement("b");
    const date = document.createElement("span");
    const zone = document.createElement("span");
    date.className = "date";
    function tick() {
      const now = new Date();
      time.textContent = two(now.getHours()) + ":" + two(now.getMinutes());
      date.textContent = " " + names.days[now.getDay()] + " " + digits(now.getDate()) + " " +
        names.months[now.getMonth()] + " " + digits(now.getFullYear()) + " · ";
      zone.textContent = zoneLabel(-now.getTimezoneOffset());
      setTimeout(tick, 60000 - (Date.now() % 60000));
    }
    function zoneLabel(minutes) {
      if (minutes === 0) return names.greenwich;
      const size = Math.abs(minutes);
      let figure = (minutes < 0 ? "-" : "+") + Math.floor(size / 60);
      if (size % 60) figure += ":" + String(size % 60).padStart(2, "0");
      return (data.lang === "ar" ? names.greenwich + " " : "UTC") + "\u2066" + digits(figure) + "\u2069";
    }
    tick();
    element.replaceChildren(time, " ", date, zone);
  }

  // Push: new items are counted in a bar, a flash stands at once, and an open
  // item says when it has changed.
  function follow(bar) {
    const seen = new Set();
    const forms = JSON.parse(bar.dataset.forms);
    const rules = new Intl.PluralRules(data.lang);
    const numbers = new Intl.NumberFormat(data.lang + "-u-nu-" + data.digits);
    const stream = new EventSource(data.events);
    stream.addEventListener("new", (event) => {
      for (const item of JSON.parse(event.data)) {
        if (item.urgency === 1) flash(item);
        if (!document.querySelector('[data-item="' + CSS.escape(item.id) + '"]')) seen.add(item.id);
      }
      if (!seen.size) return;
      const form = forms[rules.select(seen.size)] || forms.other;
      bar.querySelector("span").textContent = form.replace("{n}", numbers.format(seen.size));
      bar.hidden = false;
    });
    for (const kind of ["changed", "gone"]) {
      stream.addEventListener(kind, (event) => {
        const note = document.getElementById(kind);
        if (note && JSON.parse(event.data).some((item) => item.id === data.open)) note.hidden = false;
      });
    }
    addEventListener("pagehide", () => stream.close());
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  function flash(item) {
    const strip = document.getElementById("flash");
    if (!strip) return;
    const link = strip.querySelector("a");
    const time = strip.querySelector("time");
    const text = strip.querySelector("span");
    link.href = item.path;
    time.dateTime = item.time;
    time.textContent = item.clock;
    text.textContent = item.headline;
    text.lang = item.lang;
    text.dir = item.dir;
    strip.hidden = false;
  }

  // Keys: j and k walk the items, g goes to a place, / searches, ? explains.
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const key = letters[event.key] || event.key;
    if (going) {
      going = false;
      if (key in places) { location.href = "/" + data.lang + "/" + places[key]; event.preventDefault(); }
      return;
    }
    if (key === "g") going = true;
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "o") { if (document.activeElement.matches("[data-item] a")) document.activeElement.click(); }
    else if (key === "/") search();
    else if (key === "?") document.getElementById("keys")?.showModal();
    else return;
    event.preventDefault();
  }
  // The same keys on an Arabic keyboard.
  const letters = {
    "ت": "j", "ن": "k", "خ": "o", "ظ": "/", "؟": "?",
    "ل": "g", "ا": "h", "م": "l", "ى": "n", "س": "s", "ش": "a",
  };
  // g and one of these goes somewhere.
  const places = { h: "", l: "latest", n: "notices", s: "sources", a: "about" };
  let going = false;

  function step(by) {
    const links = Array.from(document.querySelectorAll("main [data-item]:not(.item)"), (item) => item.querySelector("a[href]"))
      .filter((a) => a && a.offsetParent);
    if (!links.length) return;
    // From anything within an item, or from the one that a decision led back to.
    const here = document.activeElement.closest("[data-item]") || document.querySelector("[data-item]:target");
    let at = links.findIndex((a) => a.closest("[data-item]") === here);
    at = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
    links[at].focus();
    links[at].scrollIntoView({ block: "nearest" });
  }

  function search() {
    const field = Array.from(document.querySelectorAll("input[type=search]")).find((f) => f.offsetParent);
    if (field) { field.focus(); field.select(); } else location.href = data.search;
  }

  const clockElement = document.querySelector("[data-calendar]");
  if (clockElement) clock(clockElement);
  const bar = document.getElementById("news");
  if (bar && window.EventSource) follow(bar);
  document.addEventListener("keydown", keys);
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.addEventListener("click", (event) => { event.preventDefault(); document.getElementById("keys").showModal(); });
  }
})();
