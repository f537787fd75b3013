// What only the chat draws and says: its icons, and texts that change with the language while they stand there.

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
