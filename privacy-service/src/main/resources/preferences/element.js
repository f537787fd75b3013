// The element itself: brings together what is shown, the gateway and the language.
class AislePreferences extends HTMLElement {
  static observedAttributes = ['locale'];

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet()];
      this.begin();
    }
  }

  attributeChangedCallback(_, before, now) {
    if (this.shadowRoot && before !== now) {
      this.begin();
    }
  }

  begin() {
    this.language = languageOf(this.getAttribute('locale') || document.documentElement.lang || navigator.language);
    this.wire = new Wire(this.getAttribute('gateway') || '/preferences', this.language);
    this.state = node('p', { class: 'state', role: 'status' });
    this.uses = new Uses(this);
    this.known = new Known(this);
    this.rights = new Rights(this);
    const parts = [this.uses.root, this.known.root, this.rights.root];
    this.shadowRoot.replaceChildren(
      node('div', { class: 'centre', lang: this.language, role: 'region', 'aria-label': this.say('title') }, this.state, ...parts),
    );
    return this.tried(() => this.load(), () => this.begin());
  }

  say(key, values) {
    return worded(this.language, key, values);
  }

  time(text) {
    const at = new Date(text);
    return Number.isNaN(at.getTime())
      ? ''
      : new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  }

  /** Whether the page wants this purpose shown: all, or those that it names. */
  asksFor(purpose) {
    const named = (this.getAttribute('purposes') || '').split(/[\s,]+/).filter(Boolean);
    return named.length === 0 || purpose === 'necessary' || named.includes(purpose);
  }

  async load() {
    const [explained, consents, notices] = await Promise.all([
      this.wire.get('transparency'),
      this.wire.get('consents'),
      this.wire.get('notices'),
    ]);
    const all = notices.notices || [];
    this.uses.show(explained.uses || [], consents, all[all.length - 1] || {});
    this.known.show(explained);
  }

  /** Runs something; what fails is said, with a way to try it again. */
  async tried(act, again) {
    this.state.replaceChildren(this.say('loading'));
    try {
      await act();
      this.state.replaceChildren();
    } catch (failure) {
      const kind = failure instanceof Refusal ? failure.kind : 'failed';
      const retry = node('button', { type: 'button', onclick: again }, this.say('retry'));
      this.state.replaceChildren(this.say(kind) + ' ', retry);
    }
  }

  erased() {
    this.uses.clear();
    this.dispatchEvent(new CustomEvent('aisle-preferences-erased', { bubbles: true, composed: true }));
  }
}
