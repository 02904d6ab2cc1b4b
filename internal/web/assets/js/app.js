// Only what the pages cannot do without scripts; every page works when this file does not load.
(() => {
  "use strict";
  const $$ = (root, selector) => root.querySelectorAll(selector);

  function prepare(root) {
    for (const button of $$(root, "[data-show],[data-copy]")) button.hidden = false;
    for (const button of $$(root, "[data-needs]")) weigh(button);
    for (const field of $$(root, ".tep > input")) pick(field);
    const alert = root.querySelector("[data-focus]");
    if (alert) alert.focus();
  }

  const blank = (id) => {
    const field = document.getElementById(id);
    return field && (field.type === "checkbox" ? !field.checked : !field.value.trim());
  };

  // A button stays grey, its reason in sight, while a field that it needs is blank.
  function weigh(button) {
    const waits = button.dataset.needs.split(" ").some(blank);
    if (waits) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
    const note = document.getElementById(button.getAttribute("aria-describedby"))?.closest(".note");
    if (note) note.hidden = !waits;
  }

  // The browser's own field for files speaks the language of the browser; with scripts it is a button and a line in ours.
  function pick(field) {
    const [button, names] = [field.nextElementSibling, field.nextElementSibling.nextElementSibling];
    field.classList.add("vh");
    button.hidden = names.hidden = false;
    if (field.files.length) names.textContent = Array.from(field.files, (file) => file.name).join(", ");
  }

  function show(button) {
    const field = document.getElementById(button.getAttribute("aria-controls"));
    const open = field.type === "password";
    field.type = open ? "text" : "password";
    button.setAttribute("aria-pressed", String(open));
    button.firstChild.data = open ? "Ẩn" : "Hiện";
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const text = "value" in source ? source.value : source.textContent;
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
    } else {
      source.select();
      document.execCommand("copy");
    }
    const words = button.lastChild;
    const before = words.data;
    words.data = "Đã sao chép";
    setTimeout(() => { words.data = before; }, 2000);
  }

  const dirty = new Set();
  const timers = new WeakMap();

  function say(form, text) {
    const status = form.querySelector("[data-saved]");
    if (status) status.textContent = text;
  }

  // Forms of one page that stand on the same version carry the same key: they go on together.
  function renew(form, version) {
    const key = form.elements.key?.value;
    for (const other of $$(document, "form")) {
      const field = other.elements.version;
      if (field && (other === form || (key && other.elements.key?.value === key))) field.value = version;
    }
  }

  async function save(form) {
    const body = new FormData(form);
    body.set("autosave", "1");
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: new URLSearchParams(body), headers: { "Thidua-Autosave": "1" },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const version = answer.headers.get("Thidua-Version");
      if (version) renew(form, version);
      dirty.delete(form);
      say(form, "Đã lưu lúc " + new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" }));
    } catch {
      say(form, "Chưa lưu được bản nháp; nội dung vẫn còn trên trang này.");
    }
  }

  // A marked passage leads to what was read from it, wherever it is pressed; its number is the link for everybody else.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-to]");
    if (mark && !event.target.closest("a") && getSelection().isCollapsed) location.hash = mark.dataset.to;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-show],[data-copy],[aria-disabled='true']");
    if (!button) return;
    if (button.matches("[aria-disabled='true']")) event.preventDefault();
    else if (button.hasAttribute("data-show")) show(button);
    else copy(button);
  });

  document.addEventListener("input", (event) => {
    for (const button of $$(document, "[data-needs]")) weigh(button);
    const form = event.target.form;
    if (!form || !form.matches("[data-autosave],[data-guard]")) return;
    dirty.add(form);
    if (!form.dataset.autosave) return;
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(save, 2000, form));
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches(".tep > input")) pick(event.target);
  });

  // How many rows of a list are ticked stands above it.
  document.addEventListener("change", (event) => {
    const status = event.target.form?.querySelector("[data-chosen]");
    if (!status || event.target.type !== "checkbox") return;
    status.textContent = $$(event.target.form, "input[type=checkbox]:checked").length + " " + status.dataset.chosen;
  });

  document.addEventListener("submit", (event) => {
    clearTimeout(timers.get(event.target));
    dirty.delete(event.target);
  });

  addEventListener("beforeunload", (event) => {
    if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input,textarea,select")) return;
    const box = document.querySelector(".top .find input");
    if (box) { event.preventDefault(); box.focus(); }
  });

  document.addEventListener("htmx:after:swap", () => {
    const main = document.getElementById("noi-dung");
    prepare(document);
    if (main && !document.querySelector("[data-focus]") && document.activeElement === document.body) main.focus();
  });

  prepare(document);
})();
