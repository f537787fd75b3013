// What outlives a page, in this tab only: which conversation it is and what was thought of it. Texts stay with the service.
const PLACE = 'aisle-chat';

class Memory {
  /** @param session names the login of the page; what another login left is forgotten */
  constructor(session) {
    this.session = session;
    this.kept = this.read();
  }

  read() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(PLACE));
      return kept && typeof kept === 'object' && kept.session === this.session ? kept : { session: this.session };
    } catch {
      return { session: this.session };
    }
  }

  write(changes) {
    Object.assign(this.kept, changes);
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(this.kept));
    } catch {
      // Where a page may store nothing the conversation lasts as long as the page.
    }
  }

  conversation() {
    const { id, token } = this.kept;
    return typeof id === 'string' && typeof token === 'string' ? { id, token } : null;
  }

  begin(opened) {
    const { id, token, greeting, language } = opened;
    this.write({ id, token, greeting, spoken: language, opinions: {} });
  }

  /** The conversation is no more; whether the window is open and the language stay. */
  forget() {
    const { session, open, language } = this.kept;
    this.kept = { session };
    this.write({ open, language });
  }

  opinion(number) {
    return (this.kept.opinions || {})[number];
  }

  think(number, helpful) {
    this.write({ opinions: { ...this.kept.opinions, [number]: helpful } });
  }
}
