"use strict";
(() => {
  const form = document.getElementById("filter");
  const output = form.querySelector("output");
  const words = form.elements.words;
  const selects = [...form.querySelectorAll("select")];
  const marks = /\p{M}/gu;
  const fold = (text) => text.normalize("NFKD").replace(marks, "").toLowerCase();
  const entries = [...document.querySelectorAll("article")].map((article) => ({
    article,
    text: fold(article.textContent),
  }));
  for (const select of selects) {
    select.append(...document.getElementById(`${select.name}-values`).children);
  }
  const sections = [...document.querySelectorAll("main > section")];

  const matches = ({ article, text }, wanted) =>
    wanted.every((word) => text.includes(word)) &&
    selects.every(
      ({ name, value }) => !value || article.dataset[name].split(" ").includes(value)
    );

  const apply = () => {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of entries) {
      const found = matches(entry, wanted);
      entry.article.hidden = !found;
      shown += found;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector("article:not([hidden])");
    }
    output.value = `${shown} of ${entries.length} shown`;
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  apply();
})();
