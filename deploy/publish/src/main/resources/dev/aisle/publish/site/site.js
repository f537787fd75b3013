// Appearance, the menu of narrow screens, and the search. No page needs it to be read.
(() => {
  'use strict';
  const root = document.documentElement;
  const up = root.dataset.up;
  const kept = () => { try { return localStorage.getItem('aisle-docs-theme'); } catch { return null; } };
  if (kept()) root.dataset.theme = kept();

  const normal = (text) => text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const MOST = 12;
  let rows = null;

  function index() {
    rows ??= new Promise((ready, failed) => {
      const script = document.createElement('script');
      script.src = up + 'assets/search-index.js';
      script.onload = () => ready(window.siteIndex.map(([address, page, heading, text]) =>
        ({ address, page, heading, text, in: [normal(page), normal(heading), normal(text)] })));
      script.onerror = failed;
      document.head.append(script);
    });
    return rows;
  }

  // Every word must be somewhere in a section; in a heading it counts more, at the beginning of a word more still.
  function points(row, words) {
    let sum = 0;
    for (const word of words) {
      const start = new RegExp('(^|[^\\p{L}\\p{N}])' + word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u');
      let best = 0;
      row.in.forEach((text, place) => {
        if (text.includes(word)) best = Math.max(best, [6, 8, 1][place] * (start.test(text) ? 2 : 1));
      });
      if (best === 0) return 0;
      sum += best;
    }
    return sum;
  }

  function marked(text, words) {
    const plain = normal(text);
    // Letters that normalising lengthens would shift the places.
    const at = plain.length === text.length ? Math.max(0, plain.indexOf(words[0])) : 0;
    const piece = document.createElement('span');
    const from = Math.max(0, at - 40);
    piece.append(text.slice(from, at));
    const mark = document.createElement('mark');
    mark.textContent = plain.startsWith(words[0], at) ? text.slice(at, at + words[0].length) : '';
    piece.append(mark, text.slice(at + mark.textContent.length, from + 180));
    return piece;
  }

  function begin() {
    const input = document.getElementById('q');
    const list = document.getElementById('found');
    const told = document.getElementById('told');
    const form = input.form;
    const links = () => [...list.querySelectorAll('a')];
    const show = (open) => { list.hidden = !open; };
    async function search() {
      const words = normal(input.value).split(/\s+/).filter((word) => word.length > 0);
      if (words.join('').length < 2) { show(false); told.textContent = ''; return; }
      const asked = input.value;
      const found = (await index()).map((row) => ({ row, sum: points(row, words) })).filter((one) => one.sum > 0)
        .sort((a, b) => b.sum - a.sum || a.row.address.length - b.row.address.length).slice(0, MOST);
      if (asked !== input.value) return;
      list.replaceChildren(...found.map(({ row }) => {
        const entry = document.createElement('li');
        const link = document.createElement('a');
        link.href = up + row.address;
        const name = document.createElement('b');
        name.textContent = row.heading === row.page ? row.page : row.page + ' › ' + row.heading;
        link.append(name, marked(row.text, words));
        entry.append(link);
        return entry;
      }));
      if (found.length === 0) {
        const none = document.createElement('li');
        none.textContent = 'Nothing has these words.';
        none.style.padding = '.5rem .75rem';
        list.append(none);
      }
      told.textContent = found.length === 0 ? 'Nothing has these words.' : found.length + ' found';
      show(true);
    }
    input.addEventListener('input', search);
    input.addEventListener('focus', () => { index(); if (list.children.length > 0 && input.value) show(true); });
    // Down from the field into what was found and along it, up and back.
    form.addEventListener('keydown', (event) => {
      const places = [input, ...links()];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !list.hidden) {
        event.preventDefault();
        places[(places.indexOf(document.activeElement) + step + places.length) % places.length].focus();
      }
      if (event.key === 'Escape') { show(false); input.focus(); }
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!list.hidden && links().length > 0) location.href = links()[0].href;
    });
    form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) setTimeout(() => show(false), 150); });
    document.addEventListener('keydown', (event) => {
      if (event.key === '/' && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); input.focus(); }
    });

    const theme = document.querySelector('.theme');
    const dark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
    const name = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
    name();
    theme.addEventListener('click', () => {
      root.dataset.theme = dark() ? 'light' : 'dark';
      try { localStorage.setItem('aisle-docs-theme', root.dataset.theme); } catch { /* for this page only */ }
      name();
    });

    const opener = document.querySelector('.open-menu');
    const menu = document.getElementById('menu');
    opener.addEventListener('click', () => {
      const open = menu.classList.toggle('open');
      opener.setAttribute('aria-expanded', String(open));
    });
    document.querySelector('#menu a[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('DOMContentLoaded', begin);
})();
