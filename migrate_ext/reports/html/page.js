// Filters the findings; the page is complete without it. The address keeps the filter, so that a link shares it.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const output = form.querySelector("output");
  const total = Number(output.dataset.total);
  const fields = [...form.elements].filter((field) => field.name);
  const files = [...document.querySelectorAll(".findings .file")].map((element) => ({
    element,
    path: element.dataset.path.toLowerCase(),
    findings: [...element.querySelectorAll("article")].map((article) => ({ article, text: null })),
  }));
  const sections = [...document.querySelectorAll(".findings, .repository")];

  const wanted = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));

  const matches = (finding, filter, words) => {
    const { code, level, state } = finding.article.dataset;
    if (filter.rule && filter.rule !== code) return false;
    if (filter.level && filter.level !== level) return false;
    if (filter.state && filter.state !== state) return false;
    if (!words.length) return true;
    finding.text ??= finding.article.textContent.toLowerCase();
    return words.every((word) => finding.text.includes(word));
  };

  const show = () => {
    const filter = wanted();
    const words = (filter.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const part = filter.file.trim().toLowerCase();
    let count = 0;
    for (const { element, path, findings } of files) {
      let any = 0;
      const inside = path.includes(part);
      for (const finding of findings) {
        const visible = inside && matches(finding, filter, words);
        finding.article.hidden = !visible;
        any += visible;
      }
      element.hidden = !any;
      count += any;
    }
    for (const section of sections) section.hidden = !section.querySelector(".file:not([hidden])");
    const number = (value) => value.toLocaleString("en");
    output.value = count === total
      ? `${number(total)} finding${total === 1 ? "" : "s"}`
      : `${number(count)} of ${number(total)} findings`;
  };

  const keep = () => {
    const set = Object.entries(wanted()).filter(([, value]) => value);
    history.replaceState(null, "", set.length ? `#${new URLSearchParams(set)}` : location.pathname + location.search);
  };

  const change = () => {
    show();
    keep();
  };

  const fill = (values) => {
    for (const field of fields) field.value = values.get(field.name) ?? "";
    show();
  };

  // an address with "=" is a filter, an empty one none, any other one a place on the page
  const follow = () => {
    const hash = location.hash.slice(1);
    if (!hash || hash.includes("=")) {
      fill(new URLSearchParams(hash));
      return;
    }
    const target = document.getElementById(hash);
    if (!target) return;
    if (target.closest("[hidden]")) fill(new URLSearchParams());
    for (let element = target; element; element = element.parentElement) {
      if (element.tagName === "DETAILS") element.open = true;
    }
    target.scrollIntoView();
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(change, 80);
  });
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", `#${link.dataset.filter}`);
    follow();
    form.scrollIntoView();
    output.focus({ preventScroll: true });
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  addEventListener("beforeprint", () => {
    for (const element of document.querySelectorAll("details")) element.open = true;
  });
  form.hidden = false;
  document.getElementById("unfiltered").hidden = true;
  follow();
})();
