// Only what the pages cannot do without scripts; every page works when this file does not load.
(() => {
  "use strict";
  const $$ = (root, selector) => root.querySelectorAll(selector);

  function prepare(root) {
    for (const button of $$(root, "[data-show],[data-copy],[data-print]")) button.hidden = false;
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

  // The browser's own field for files speaks the language of the browser; with scripts it is a button and a line in ours. A file that
  // the server would refuse for its size is not sent at all: many a browser shows only a broken connection then.
  function pick(field) {
    const [button, names] = [field.nextElementSibling, field.nextElementSibling.nextElementSibling];
    field.classList.add("vh");
    button.hidden = names.hidden = false;
    const files = Array.from(field.files);
    const most = Number(field.dataset.max);
    const large = files.find((file) => file.size > most);
    names.classList.toggle("err", Boolean(large));
    if (large) field.value = "";
    names.textContent = large ? `Tệp ${large.name} lớn hơn ${most / 1048576} MB nên không được chọn. Hãy chọn tệp khác.`
      : files.map((file) => file.name).join(", ") || "Chưa chọn tệp";
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

  // Without a request the session ends: a while before, the page says so and offers to go on. Work in another tab counts for all of them.
  const rest = document.querySelector("[data-idle]");
  const used = "thi-dua-thao-tac";
  let tells, ends;

  function awake() {
    if (!rest) return;
    const left = Number(rest.dataset.idle) * 1000;
    clearTimeout(tells);
    clearTimeout(ends);
    rest.hidden = true;
    tells = setTimeout(warn, left - Math.min(120000, left * 0.4), false);
    ends = setTimeout(warn, left, true);
  }

  function warn(over) {
    for (const part of $$(rest, "[data-over]")) part.hidden = !over;
    for (const part of $$(rest, "[data-warn],[data-stay]")) part.hidden = over;
    rest.hidden = false;
  }

  function work() {
    awake();
    try {
      localStorage.setItem(used, String(Date.now()));
    } catch {
      rest.dataset.alone = "1"; // a browser that keeps nothing: each tab counts for itself
    }
  }

  async function stay(button) {
    const answer = await fetch(button.dataset.stay, { method: "POST" }).catch(() => new Response(null, { status: 503 }));
    if (answer.ok) work();
    else warn(answer.status === 401);
  }

  addEventListener("storage", (event) => { if (event.key === used) awake(); });

  const reasons = {
    401: "Phiên làm việc đã kết thúc. Đăng nhập ở một thẻ khác rồi bấm lưu; nội dung vẫn còn trên trang này.",
    409: "Chưa lưu được bản nháp vì nơi khác đã lưu trước. Bấm lưu để xem chỗ khác nhau; nội dung vẫn còn trên trang này.",
    422: "Chưa lưu được bản nháp vì có chỗ chưa đúng. Bấm lưu để xem; nội dung vẫn còn trên trang này.",
  };

  async function post(form) {
    const body = new FormData(form);
    body.set("autosave", "1");
    const answer = await fetch(form.dataset.autosave, {
      method: "POST", body: new URLSearchParams(body), headers: { "Thidua-Autosave": "1" },
    }).catch(() => new Response(null, { status: 503 }));
    if (!answer.ok) {
      say(form, reasons[answer.status] || "Chưa lưu được bản nháp; nội dung vẫn còn trên trang này.");
      return;
    }
    work();
    const version = answer.headers.get("Thidua-Version");
    if (version) renew(form, version);
    dirty.delete(form);
    say(form, "Đã lưu lúc " + new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" }));
  }

  const saving = new Map();

  function save(form) {
    const key = form.elements.key?.value || form;
    saving.set(key, post(form).finally(() => saving.delete(key)));
  }

  // A marked passage leads to what was read from it, wherever it is pressed; its number is the link for everybody else.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-to]");
    if (mark && !event.target.closest("a") && getSelection().isCollapsed) location.hash = mark.dataset.to;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-show],[data-copy],[data-stay],[data-print],[aria-disabled='true']");
    if (!button) return;
    if (button.matches("[aria-disabled='true']")) event.preventDefault();
    else if (button.hasAttribute("data-show")) show(button);
    else if (button.hasAttribute("data-stay")) stay(button);
    else if (button.hasAttribute("data-print")) print();
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

  const sent = new WeakMap();
  const twice = 2000;

  // A form waits for the draft under way, whose version it must carry; pressed twice it goes once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    clearTimeout(timers.get(form));
    const draft = saving.get(form.elements.key?.value || form);
    if (draft) {
      event.preventDefault();
      draft.then(() => form.requestSubmit(event.submitter));
      return;
    }
    if (form.method === "post" && Date.now() - (sent.get(form) || 0) < twice) {
      event.preventDefault();
      return;
    }
    sent.set(form, Date.now());
    dirty.delete(form);
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
    work();
    if (main && !document.querySelector("[data-focus]") && document.activeElement === document.body) main.focus();
  });

  prepare(document);
  if (rest) work();
})();
