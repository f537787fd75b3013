// Defines the element and, unless the page has written one itself, adds it as the tag of this script describes it.
const TAG = document.currentScript;

function attributesOf(tag) {
  const told = tag ? tag.dataset : {};
  const own = tag && tag.src ? new URL(tag.src).origin : location.origin;
  const names = ['locale', 'session', 'product', 'theme'];
  const places = [['service', told.service || own], ['gateway', told.open]];
  return [...places, ...names.map((name) => [name, told[name]])].filter(([, value]) => value);
}

function start() {
  if (!customElements.get('aisle-chat')) {
    customElements.define('aisle-chat', AisleChat);
  }
  if (TAG && TAG.dataset.open && !document.querySelector('aisle-chat')) {
    const element = document.createElement('aisle-chat');
    attributesOf(TAG).forEach(([name, value]) => element.setAttribute(name, value));
    document.body.append(element);
  }
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start, { once: true });
} else {
  start();
}
