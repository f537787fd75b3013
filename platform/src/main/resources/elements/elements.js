// What every element of the suite begins with. STYLE is its style sheet and TEXTS its words by language; both stand in the same script.
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

/** The language of the element for a tag such as zh-Hans-CN: Chinese or, for every other one, English. */
function languageOf(tag) {
  return /^zh\b/i.test(tag || '') ? 'zh' : 'en';
}

/** A text in a language, with its braces filled. */
function worded(language, key, values) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String((values || {})[name] ?? ''));
}

/** The style of the element, for its shadow root. */
function sheet() {
  const made = new CSSStyleSheet();
  made.replaceSync(STYLE);
  return made;
}
