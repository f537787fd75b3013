// What the pages do in a browser beyond htmx. Without it everything still works by plain forms and links.
const version = import.meta.url.split("?v=")[1] ?? "";
const KEPT = "aisle.kept";

// A session that ended in the middle of a form: keep what was typed into any, let the person sign in, put it back.
const fieldsOf = (form) => [...new FormData(form)].filter(([name, value]) =>
  typeof value === "string" && form.elements.namedItem(name)?.type !== "password");
const formsLike = (action) => [...document.forms].filter((form) => form.getAttribute("action") === action);
const here = () => location.pathname + location.search;
const person = () => document.querySelector(".menu .person span")?.textContent;

function keep(sent) {
  const forms = [...document.querySelectorAll("form[method=post]")].filter((form) => form === sent || form.dataset.changed);
  if (!forms.length) return;
  const kept = forms.map((form) => {
    const action = form.getAttribute("action");
    return { action, place: formsLike(action).indexOf(form), fields: fieldsOf(form) };
  });
  sessionStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), page: here(), person: person(), forms: kept }));
}

function restore() {
  const text = sessionStorage.getItem(KEPT);
  if (!text) return;
  const kept = JSON.parse(text);
  const others = person() && kept.person !== person();
  if (others || Date.now() - kept.at > 3_600_000) { sessionStorage.removeItem(KEPT); return; }
  if (kept.page !== here()) return;
  sessionStorage.removeItem(KEPT);
  const back = kept.forms.filter(({ action, place, fields }) => fill(formsLike(action)[place], fields));
  if (back.length) say(document.body.dataset.restored, "warn");
}

function fill(form, fields) {
  if (!form) return false;
  for (const box of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
    box.checked = fields.some(([name, value]) => name === box.name && value === box.value);
  }
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLElement) || ["checkbox", "radio"].includes(field.type)) continue;
    // What was begun on an older version is sent as that, so that nobody's change is written over unseen.
    if (field.type !== "hidden" || ["revision", "version"].includes(name)) field.value = value;
  }
  form.dataset.changed = "true";
  form.closest("dialog")?.showModal();
  return true;
}

function say(text, tone) {
  const line = Object.assign(document.createElement("p"), { className: `banner ${tone}`, textContent: text });
  document.getElementById("banner")?.replaceChildren(line);
}

document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.xhr.status === 499) signInAgain(detail.elt.closest("form[method=post]"));
});
document.addEventListener("htmx:sendError", () => say(document.body.dataset.leave, "bad"));
// What came isn't a page, as when a form is too large or sent too often: the one that is open stays.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!detail.shouldSwap || detail.xhr.getResponseHeader("Content-Type")?.startsWith("text/html")) return;
  detail.shouldSwap = false;
  say(document.body.dataset.leave, "bad");
});

function signInAgain(sent) {
  keep(sent);
  unsaved = false;
  location.reload();
}

// How long the session goes on: the server notes in a cookie when somebody did something last. Typing is doing something; what a page asks by
// itself is not.
const idle = Number(document.body.dataset.idle);
const skew = Number(document.body.dataset.now) - Date.now() / 1000;
const warning = document.getElementById("session");
let seen = 0;
let asked = 0;

function left() {
  seen = Math.max(seen, Number(/(?:^|; )aisle_seen=(\d+)\./.exec(document.cookie)?.[1] ?? 0));
  return seen + idle - Date.now() / 1000 - skew;
}

async function stay() {
  asked = Date.now();
  const answer = await fetch("/console/session", { method: "POST", headers: { "HX-Request": "true" } }).catch(() => undefined);
  if (answer?.status === 499) signInAgain();
  warning.close();
}

function watch() {
  const seconds = Math.ceil(left());
  if (!seen) return;
  if (seconds <= 0) { signInAgain(); return; }
  if (seconds > Math.min(120, idle / 3)) { if (warning.open) warning.close(); return; }
  document.getElementById("session-left").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (!warning.open) warning.showModal();
}

if (warning) {
  setInterval(watch, 1000);
  for (const done of ["keydown", "pointerdown", "input"]) {
    addEventListener(done, () => { if (!warning.open && left() < idle * 5 / 6 && Date.now() - asked > 10_000) stay(); }, { passive: true });
  }
  warning.addEventListener("cancel", stay);
  document.getElementById("session-stay").addEventListener("click", stay);
}
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!detail.triggeringEvent?.isTrusted) detail.headers["Aisle-Background"] = "true";
});

// Every form goes by htmx, so that a session that ended is noticed before the page is left; those that are a download or change the whole page don't.
function enhance(root) {
  for (const form of root.querySelectorAll("form[method=post]:not([hx-post], [data-plain])")) {
    const how = { post: form.getAttribute("action"), target: "#main", select: "#main", swap: "outerHTML", "push-url": "true", indicator: "#busy" };
    for (const [name, value] of Object.entries(how)) form.setAttribute(`hx-${name}`, value);
    htmx.process(form);
  }
}
document.addEventListener("htmx:load", ({ detail }) => enhance(detail.elt));

// A form that is on its way isn't sent again.
const sends = ({ elt, requestConfig }) => elt.matches("form[method=post]") && requestConfig.triggeringEvent?.type === "submit";
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (sends(detail)) detail.elt.querySelectorAll("button:not([type=button], [disabled])").forEach((button) => { button.disabled = true; button.dataset.sent = "true"; });
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (sends(detail)) detail.elt.querySelectorAll("button[data-sent]").forEach((button) => { button.disabled = false; delete button.dataset.sent; });
});

// Leaving with something unsaved asks first.
let unsaved = false;
document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[method=post]");
  if (form) form.dataset.changed = "true";
  if (form?.matches("[data-keep]")) unsaved = true;
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
  showTabs();
  draw();
});

// Where there is no room for all tabs, the one that is open is in sight.
const showTabs = () => document.querySelectorAll(".tabs [aria-current]").forEach((tab) => { tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 16; });

// Charts come with their own script, only where there is one.
async function draw() {
  if (!document.querySelector("[data-chart]")) return;
  const charts = await import(`./charts.js?v=${version}`);
  charts.drawAll(version);
}

addEventListener("resize", showTabs);

enhance(document);
restore();
showTabs();
draw();
