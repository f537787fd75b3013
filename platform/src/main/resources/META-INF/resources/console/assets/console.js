// What the pages do in a browser beyond htmx. Without it everything still works by plain forms and links.
const version = import.meta.url.split("?v=")[1] ?? "";
const KEPT = "aisle.kept";

// A session that ended in the middle of a form: keep what was typed, let the person sign in, put it back.
const fieldsOf = (form) => [...new FormData(form)].filter(([, value]) => typeof value === "string");

function keep(form) {
  if (!form) return;
  const kept = { at: Date.now(), page: location.pathname + location.search, form: form.getAttribute("action"), fields: fieldsOf(form) };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
}

function restore() {
  const text = sessionStorage.getItem(KEPT);
  if (!text) return;
  const kept = JSON.parse(text);
  if (Date.now() - kept.at > 3_600_000) { sessionStorage.removeItem(KEPT); return; }
  if (kept.page !== location.pathname + location.search) return;
  sessionStorage.removeItem(KEPT);
  const form = [...document.forms].find((one) => one.getAttribute("action") === kept.form);
  if (!form) return;
  for (const box of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
    box.checked = kept.fields.some(([name, value]) => name === box.name && value === box.value);
  }
  for (const [name, value] of kept.fields) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLElement && !["checkbox", "radio", "hidden"].includes(field.type)) field.value = value;
  }
  form.dataset.changed = "true";
  form.closest("dialog")?.showModal();
  say(document.body.dataset.restored, "warn");
}

function say(text, tone) {
  const line = Object.assign(document.createElement("p"), { className: `banner ${tone}`, textContent: text });
  document.getElementById("banner")?.replaceChildren(line);
}

document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.xhr.status !== 499) return;
  keep(detail.elt.closest("form") ?? document.querySelector("form[data-keep][data-changed]"));
  unsaved = false;
  location.reload();
});
document.addEventListener("htmx:sendError", () => say(document.body.dataset.leave, "bad"));

// Leaving with something unsaved asks first.
let unsaved = false;
document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-keep]");
  if (form) { form.dataset.changed = "true"; unsaved = true; }
});
document.addEventListener("submit", ({ target }) => {
  unsaved = false;
  if (target.matches("form:not([hx-post])") && target.method === "post") {
    // After the browser has taken the pressed button's value along.
    setTimeout(() => target.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
  }
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) document.querySelectorAll("button:disabled").forEach((button) => { button.disabled = false; });
});
addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

// Dialogs, and the menu that closes like one.
document.addEventListener("click", ({ target }) => {
  const opens = target.closest?.("[data-opens]");
  if (opens) document.getElementById(opens.dataset.opens)?.showModal();
  const closes = target.closest?.("[data-closes]");
  if (closes) document.getElementById(closes.dataset.closes)?.close();
  if (!target.closest?.(".menu")) document.querySelector(".menu[open]")?.removeAttribute("open");
});
document.addEventListener("keydown", ({ key }) => {
  const menu = document.querySelector(".menu[open]");
  if (key === "Escape" && menu) { menu.removeAttribute("open"); menu.querySelector("summary").focus(); }
});

// What somebody types into a part of a form while a new one of it arrives isn't lost.
let typed;
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const field = document.activeElement;
  const within = detail.target.id !== "main" && detail.target.contains(field) && field.matches("input[id], textarea[id]");
  typed = within ? { id: field.id, value: field.value } : undefined;
});
document.addEventListener("htmx:afterSwap", () => {
  const field = typed && document.getElementById(typed.id);
  if (field && field.value !== typed.value) {
    field.value = typed.value;
    field.addEventListener("blur", () => field.dispatchEvent(new Event("change", { bubbles: true })), { once: true });
  } else if (field?.type === "number") {
    // Its selection can't be read, so what is typed next would be put before what is there.
    field.select();
  }
  typed = undefined;
});

// After htmx put in a new page: its name, and the focus where the news is.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const wrong = document.querySelector("#main [aria-invalid=true]");
  if (wrong) wrong.focus(); else if (detail.elt?.id === "main") document.getElementById("main")?.focus({ preventScroll: true });
  draw();
});

// Charts come with their own script, only where there is one.
async function draw() {
  if (!document.querySelector("[data-chart]")) return;
  const charts = await import(`./charts.js?v=${version}`);
  charts.drawAll(version);
}

restore();
draw();
