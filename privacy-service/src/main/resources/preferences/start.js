// Defines the element and, unless the page has written one itself, puts it where the tag of this script stands.
const TAG = document.currentScript;

if (!customElements.get('aisle-preferences')) {
  customElements.define('aisle-preferences', AislePreferences);
}
if (TAG && TAG.dataset.gateway && !document.querySelector('aisle-preferences')) {
  const element = document.createElement('aisle-preferences');
  ['gateway', 'locale', 'purposes', 'theme']
    .filter((name) => TAG.dataset[name])
    .forEach((name) => element.setAttribute(name, TAG.dataset[name]));
  TAG.after(element);
}
