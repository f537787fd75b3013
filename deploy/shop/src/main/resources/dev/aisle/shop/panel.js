'use strict';
// Fills the side panel from the journal of this visit: server-sent events, one a call. All texts come from the server.
(() => {
  const MOST = 60;
  const FILTERS = {
    all: () => true,
    events: (entry) => entry.kind === 'event',
    consent: (entry) => entry.kind === 'consent' || entry.kind === 'rights',
    lists: (entry) => entry.kind === 'list',
    offers: (entry) => ['decision', 'flag', 'coupon'].includes(entry.kind),
    withheld: (entry) => entry.tone !== 'fine',
  };
  const panel = document.getElementById('panel');
  const journal = document.getElementById('journal');
  const state = document.getElementById('journal-state');
  const wide = matchMedia('(min-width: 75rem)');
  let filter = 'all';

  function remembered(name, otherwise) {
    try {
      return sessionStorage.getItem('panel-' + name) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  function remember(name, value) {
    try {
      sessionStorage.setItem('panel-' + name, value);
    } catch {
      // Where a page may store nothing the panel begins anew on each page.
    }
  }

  function node(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  function body(title, text) {
    const part = document.createDocumentFragment();
    if (text) {
      part.append(node('p', 'part', title), node('pre', '', text));
    }
    return part;
  }

  function page(entry) {
    const item = node('li', 'page');
    item.append(node('span', '', entry.told + ' '), node('code', '', entry.call.replace(/^\S+ /, '')));
    return item;
  }

  function call(entry) {
    const item = node('li', 'call ' + entry.tone);
    const details = node('details', '');
    const summary = node('summary', '');
    summary.append(
      node('span', 'told', entry.told),
      node('span', 'where', `${entry.service} · ${entry.status || '–'} · ${entry.millis} ms`),
    );
    details.append(
      summary,
      node('code', 'line', entry.call),
      body(journal.dataset.sent, entry.sent),
      body(journal.dataset.answered, entry.answered),
    );
    item.append(details);
    return item;
  }

  function add(entry) {
    const item = entry.kind === 'page' ? page(entry) : call(entry);
    item.entry = entry;
    item.hidden = !shown(entry);
    journal.prepend(item);
    while (journal.children.length > MOST) {
      journal.lastElementChild.remove();
    }
    tell();
  }

  function shown(entry) {
    return entry.kind === 'page' ? filter === 'all' : FILTERS[filter](entry);
  }

  function tell() {
    const some = [...journal.children].some((item) => !item.hidden);
    const text = some ? '' : journal.dataset.none;
    if (state.textContent !== text) {
      state.textContent = text;
    }
  }

  function choose(chosen) {
    filter = chosen in FILTERS ? chosen : 'all';
    remember('filter', filter);
    panel.querySelectorAll('[data-filter]').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.filter === filter));
    });
    [...journal.children].forEach((item) => {
      item.hidden = !shown(item.entry);
    });
    tell();
  }

  panel.open = remembered('open', String(wide.matches)) === 'true';
  panel.addEventListener('toggle', () => remember('open', String(panel.open)));
  panel.querySelectorAll('[data-filter]').forEach((button) => {
    button.addEventListener('click', () => choose(button.dataset.filter));
  });
  choose(remembered('filter', 'all'));
  const source = new EventSource(journal.dataset.source);
  source.addEventListener('message', (event) => add(JSON.parse(event.data)));
  addEventListener('pagehide', () => source.close());
})();
