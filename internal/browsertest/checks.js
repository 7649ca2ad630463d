// What a reader would notice. Each check returns a list of complaints.
(() => {
  const page = document.documentElement;
  const strange = { en: /[\u0600-\u06ff]{2,}/, ar: /[A-Za-z]{2,}/ };
  // Names of formats are the same in every language.
  const formats = /\b(RSS|Atom|JSON|OPML)\b/g;
  // What is set into a sentence from outside is isolated in it.
  const isolated = /[\u2066-\u2068][^\u2069]*\u2069/g;
  const directions = { en: "ltr", ar: "rtl" };

  function short(text) {
    return JSON.stringify(text.trim().replace(/\s+/g, " ").slice(0, 80));
  }

  function name(element) {
    const kind = element.className && typeof element.className === "string" ? "." + element.className.trim().split(/\s+/).join(".") : "";
    return element.tagName.toLowerCase() + (element.id ? "#" + element.id : kind);
  }

  // texts yields every text on the page with the element that holds it.
  function* texts() {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (node.parentElement.closest("script, style, template") || !node.data.trim()) continue;
      yield { text: node.data, element: node.parentElement };
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      for (const attribute of ["aria-label", "title", "placeholder", "alt"]) {
        const text = element.getAttribute(attribute);
        if (text) yield { text, element };
      }
    }
  }

  // Copy carries its own direction or language; what does not is furniture.
  function isFurniture(element, attributeOfItself) {
    const own = element.closest("[dir], [lang], bdi, kbd, code");
    return own === page || (attributeOfItself && own === element && element.matches("input"));
  }

  window.check = {
    // language: the page says what it is written in, and which way.
    language(lang) {
      const bad = [];
      if (page.lang.split("-")[0] !== lang) bad.push(`html lang is ${short(page.lang)}, not ${lang}`);
      if (page.dir !== directions[lang]) bad.push(`html dir is ${short(page.dir)}, not ${directions[lang]}`);
      if (getComputedStyle(document.body).direction !== directions[lang]) bad.push("the body runs the wrong way");
      if (!document.title.trim()) bad.push("the page has no title");
      if (document.querySelectorAll("h1").length !== 1) bad.push(`${document.querySelectorAll("h1").length} h1`);
      return bad;
    },

    // width: nothing makes the page scroll sideways.
    width() {
      const room = page.clientWidth;
      if (page.scrollWidth <= room) return [];
      const wide = [...document.body.querySelectorAll("*")].filter((e) => {
        const box = e.getBoundingClientRect();
        return box.width && (box.right > room + 1 || box.left < -1);
      });
      return [`${page.scrollWidth} px of content in ${room} px: ` + wide.slice(0, 4).map(name).join(", ")];
    },

    // furniture: all words of the page itself are in its language.
    furniture() {
      const bad = [];
      let seen = 0;
      for (const { text, element } of texts()) {
        if (!isFurniture(element, true)) continue;
        seen++;
        if (strange[page.lang.split("-")[0]]?.test(text.replace(isolated, "").replace(formats, ""))) bad.push(`untranslated in ${name(element)}: ${short(text)}`);
      }
      if (seen < 5) bad.push(`only ${seen} texts of furniture: is the page whole?`);
      return bad;
    },

    // leftovers: nothing of the machinery shows.
    leftovers() {
      const bad = [];
      for (const { text, element } of texts()) {
        if (/\{\d\}|\{n\}|\{\{|%!|<nil>|\bundefined\b|\bNaN\b|0001-01-01|\[object /.test(text)) bad.push(`left over in ${name(element)}: ${short(text)}`);
      }
      for (const element of document.body.querySelectorAll("h1, h2, h3, li, dd, p, a, button, summary, time")) {
        if (element.closest("[hidden], dialog")) continue;
        if (!element.textContent.trim() && !element.querySelector("img, svg, input, button") && !element.getAttribute("aria-label")) bad.push(`empty: ${name(element)}`);
      }
      for (const link of document.body.querySelectorAll("a")) {
        // An empty address loads the page again, which is what a status offers.
        const nowhere = link.closest("[role=status]") ? !link.hasAttribute("href") : !link.getAttribute("href");
        if (!link.closest("[hidden]") && nowhere) bad.push(`a link to nowhere: ${short(link.textContent)}`);
      }
      return bad;
    },

    // isolation: what comes from outside cannot turn its surroundings around.
    isolation() {
      const bad = [];
      for (const { text, element } of texts()) {
        if (/[\u202a-\u202e]/.test(text)) bad.push(`an override in ${name(element)}: ${short(text)}`);
      }
      for (const link of document.body.querySelectorAll("[data-item] :is(h1, h2, h3) > a, article.item h1")) {
        if (!link.closest("[dir]:not(html)")) bad.push(`a headline without a direction: ${short(link.textContent)}`);
      }
      return bad;
    },

    // described: other programs learn what the page is.
    described() {
      const bad = [];
      const content = (selector) => document.head.querySelector(selector)?.content?.trim();
      const wanted = ["meta[property='og:title']", "meta[property='og:url']"];
      const text = document.querySelector("article.item .body")?.textContent.trim();
      if (text !== "") wanted.push("meta[name=description]", "meta[property='og:description']"); // a bare headline has nothing to add
      for (const selector of wanted) {
        if (!content(selector)) bad.push(`nothing in ${selector}`);
      }
      if (!document.head.querySelector("link[rel=canonical]")?.href) bad.push("no canonical address");
      if (!document.querySelector("article.item")) return bad;
      try {
        const article = JSON.parse(document.head.querySelector("script[type='application/ld+json']").textContent);
        const headline = document.querySelector("article.item h1").textContent;
        if (article["@type"] !== "NewsArticle" || article.headline !== headline) bad.push(`JSON-LD says ${article["@type"]} ${short(article.headline || "")}`);
      } catch (err) {
        bad.push(`no JSON-LD that can be read: ${err.message}`);
      }
      return bad;
    },

    // focus: what has the focus can be seen to have it, at the latest when the
    // page has scrolled to it.
    async focus() {
      const at = document.activeElement;
      if (!at || at === document.body) return [];
      const inSight = () => {
        const box = at.getBoundingClientRect();
        return box.width && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      };
      for (let wait = 0; wait < 20 && !inSight(); wait++) await new Promise((done) => setTimeout(done, 25));
      const bad = [];
      const style = getComputedStyle(at);
      const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
      if (!ring && !at.matches("main, dialog")) bad.push(`no visible focus on ${name(at)} ${short(at.textContent)}`);
      if (!inSight()) bad.push(`the focus is out of sight: ${name(at)} ${short(at.textContent)} at ${JSON.stringify(at.getBoundingClientRect())}`);
      return bad;
    },

    // accessible: axe has nothing to say. It must have been loaded.
    async accessible() {
      const found = await axe.run(document, { resultTypes: ["violations"], preload: false, iframes: false });
      return found.violations.map((v) => `${v.id} (${v.impact}): ${v.help}: ` +
        v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + (n.any[0]?.message || n.all[0]?.message || n.none[0]?.message || "")).join("; ").slice(0, 400));
    },

    // boxes are the places of what a selector finds: [left, right] each.
    boxes(selector) {
      return [...document.querySelectorAll(selector)].filter((e) => e.offsetParent).map((e) => {
        const box = e.getBoundingClientRect();
        return [box.left, box.right];
      });
    },

    // alternates are the addresses by language that the head names.
    alternates() {
      const found = {};
      for (const link of document.head.querySelectorAll("link[rel=alternate][hreflang]")) found[link.hreflang] = decodeURI(link.href);
      return found;
    },
  };
})();
