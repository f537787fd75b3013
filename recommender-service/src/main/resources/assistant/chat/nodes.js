// Elements are made one by one, so that nothing of what a server says is ever read as HTML.

/** An element with attributes ("class", "lang", …), listeners ("onclick", …) and children (elements or texts). */
function node(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, String(value));
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const SHAPES = {
  chat: 'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
  close: 'M6 6l12 12M18 6L6 18',
  up: 'M7 11v9H4v-9zM7 11l4-8a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2l-1.500 7a2 2 0 0 1-2 2H7',
  down: 'M17 13V4h3v9zM17 13l-4 8a2 2 0 0 1-2-2v-4H6a2 2 0 0 1-2-2l1.500-7a2 2 0 0 1 2-2H17',
  send: 'M4 12l16-8-5 16-3-7z',
};

/** A drawing that says nothing to a screen reader: the button around it has a label. */
function icon(shape) {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', SHAPES[shape]);
  drawing.append(path);
  return drawing;
}

/** An address that a link or picture may have: http or https, or none. */
function webAddress(text) {
  if (typeof text !== 'string' || text.trim() === '') {
    return null;
  }
  try {
    const address = new URL(text, document.baseURI);
    return address.protocol === 'https:' || address.protocol === 'http:' ? address.href : null;
  } catch {
    return null;
  }
}

/** A link, or the bare text when the address is none that a link may have. */
function link(text, address, attributes) {
  const target = webAddress(address);
  return target ? node('a', { href: target, rel: 'noopener', ...attributes }, text) : node('span', attributes, text);
}

/** Says a text of the element in an element or one of its attributes, and again when the language changes. */
class Speaker {
  constructor(language) {
    this.language = language;
    this.said = new WeakMap();
  }

  text(key, values) {
    return worded(this.language, key, values);
  }

  say(element, key, values) {
    return this.put(element, 'text', key, values);
  }

  label(element, key, values) {
    return this.put(element, 'aria-label', key, values);
  }

  put(element, where, key, values) {
    const all = this.said.get(element) || {};
    all[where] = { key, values };
    this.said.set(element, all);
    element.dataset.said = '';
    this.repeat(element);
    return element;
  }

  repeat(element) {
    for (const [where, { key, values }] of Object.entries(this.said.get(element) || {})) {
      const text = worded(this.language, key, values);
      if (where === 'text') {
        element.textContent = text;
      } else {
        element.setAttribute(where, text);
      }
    }
  }

  /** Everything below a root again, in another language. */
  speak(language, root) {
    this.language = language;
    root.querySelectorAll('[data-said]').forEach((element) => this.repeat(element));
  }
}
