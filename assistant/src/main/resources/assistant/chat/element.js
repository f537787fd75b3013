// The element itself: brings together the window, the service and what is remembered.
class AisleChat extends HTMLElement {
  static observedAttributes = ['locale'];

  connectedCallback() {
    if (this.panel) {
      return;
    }
    this.memory = new Memory(this.getAttribute('session') || '');
    this.wire = new Wire((this.getAttribute('service') || '').replace(/\/+$/, ''), this.getAttribute('gateway') || '');
    const wanted = this.getAttribute('locale') || document.documentElement.lang || navigator.language;
    this.speaker = new Speaker(this.memory.kept.language || languageOf(wanted));
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet()];
    this.messages = new Messages(this.speaker, {
      opinion: (number, helpful, words) => this.opinion(number, helpful, words),
      follow: () => this.memory.write({ open: false }),
    });
    this.panel = new Panel(root, this.speaker, {
      launch: () => this.open(),
      hide: () => this.close(),
      send: (text) => this.send(text),
      person: () => this.person(),
      remove: () => this.deleted(),
      rate: (stars) => this.rate(stars),
      speak: () => this.speak(this.speaker.language === 'en' ? 'zh' : 'en'),
    });
    this.panel.empty();
    this.panel.window.lang = this.panel.launcher.lang = this.speaker.language;
    this.listen();
    if (this.memory.kept.open) {
      this.open();
    }
  }

  listen() {
    this.lines = () => {
      this.panel.headline(navigator.onLine ? (this.handedOver ? 'handedOver' : null) : 'offline');
    };
    window.addEventListener('online', this.lines);
    window.addEventListener('offline', this.lines);
    this.lines();
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.lines);
    window.removeEventListener('offline', this.lines);
  }

  attributeChangedCallback(_, before, now) {
    if (this.panel && before !== now) {
      this.speak(languageOf(now));
    }
  }

  /** Opens the window; the first time begins the conversation, or goes on with the one of this tab. */
  async open() {
    this.memory.write({ open: true });
    this.panel.show();
    await this.begun();
  }

  close() {
    this.memory.write({ open: false });
    this.panel.hide();
  }

  /** Forgets the conversation in this tab, as a page does when somebody logs out; the service still has it. */
  forget() {
    this.memory.forget();
    this.beginning = null;
    this.number = 0;
    this.panel.empty();
    this.hand(false);
  }

  speak(language) {
    this.memory.write({ language });
    this.panel.window.lang = this.panel.launcher.lang = language;
    this.speaker.speak(language, this.shadowRoot);
    this.panel.count();
  }

  /** One attempt at a time; a failed one says so and may be repeated. */
  begun() {
    this.beginning ??= this.begin().catch((failure) => {
      this.beginning = null;
      this.refuse(failure, () => this.begun());
      return false;
    });
    return this.beginning;
  }

  async begin() {
    this.panel.busy('starting');
    try {
      if (this.memory.conversation() && (await this.restored())) {
        return true;
      }
      const opened = await this.wire.open(this.speaker.language, this.getAttribute('product'));
      this.memory.begin(opened);
      this.greet();
      this.panel.offer(opened.choices, (text) => this.send(text));
      return true;
    } finally {
      this.panel.busy(null);
    }
  }

  greet() {
    const { greeting, spoken } = this.memory.kept;
    if (greeting) {
      this.add({ from: 'assistant', text: greeting, language: spoken });
    }
  }

  add(message) {
    this.number = Math.max(this.number || 0, message.number || 0);
    this.panel.add(this.messages.message(message, this.memory.opinion(message.number)));
  }

  /** Shows the conversation as the service has it; false when it has ended. */
  async restored() {
    try {
      const history = await this.wire.history(this.memory.conversation());
      const all = Array.isArray(history.messages) ? history.messages : [];
      this.panel.log.replaceChildren();
      this.greet();
      all.forEach((message) => this.add(message));
      this.last = all[all.length - 1];
      this.panel.offer(this.last && this.last.choices, (text) => this.send(text));
      this.hand(history.handedOver);
      return true;
    } catch (failure) {
      if (failure.kind !== 'gone') {
        throw failure;
      }
      this.memory.forget();
      return false;
    }
  }

  async send(text) {
    const said = text.trim();
    if (said === '' || said.length > MOST_CHARACTERS) {
      this.panel.complain(said === '' ? 'empty' : 'tooLong', { most: MOST_CHARACTERS });
      return;
    }
    if (this.sending || !(await this.begun())) {
      return;
    }
    this.panel.clearInput();
    this.add({ from: 'shopper', text: said, language: this.speaker.language });
    await this.ask(said);
  }

  async ask(said) {
    this.sending = true;
    let written = '';
    this.panel.offer([]);
    this.panel.complain(null);
    this.panel.busy('answering');
    this.panel.write('');
    try {
      const answer = await this.wire.send(this.memory.conversation(), said, (piece) => {
        written += piece;
        this.panel.write(written);
      });
      this.answered(answer);
    } catch (failure) {
      this.panel.busy(null);
      if (failure.kind === 'gone' || failure.kind === 'closed') {
        this.panel.input.value = said;
      }
      this.refuse(failure, () => this.askAgain(said));
    } finally {
      this.panel.write(null);
      this.sending = false;
    }
  }

  answered(answer) {
    this.panel.write(null);
    this.panel.busy(null);
    this.add({ ...answer, from: 'assistant' });
    this.panel.offer(answer.choices, (text) => this.send(text));
    this.hand(answer.handedOver);
    this.dispatchEvent(new CustomEvent('aisle-chat-answer', { detail: answer, bubbles: true, composed: true }));
  }

  /** A message whose answer was lost may have arrived: then the answer is fetched, not asked for twice. */
  async askAgain(said) {
    const before = this.number;
    try {
      if (!(await this.restored())) {
        throw new Refusal('gone');
      }
      const arrived = this.number > before;
      if (arrived && this.last.from === 'assistant') {
        return;
      }
      if (!arrived) {
        this.add({ from: 'shopper', text: said, language: this.speaker.language });
      }
      await this.ask(said);
    } catch (failure) {
      this.refuse(failure, () => this.askAgain(said));
    }
  }

  hand(over) {
    this.handedOver = over === true;
    this.lines();
  }

  /** Whatever a call was refused for, in words, with what can be done about it. */
  refuse(failure, repeat) {
    const known = failure instanceof Refusal ? failure : new Refusal('failed');
    const again = { key: 'again', act: () => this.restart() };
    const retry = { key: 'retry', act: repeat };
    const ways = { gone: again, closed: again, tooLong: null, empty: null };
    const way = known.kind in ways ? ways[known.kind] : retry;
    this.panel.complain(known.kind, { most: MOST_CHARACTERS }, way, known.seconds);
  }

  restart() {
    this.forget();
    this.begun();
  }

  /** Runs a call of the conversation; true when it worked. */
  async tried(call, repeat) {
    if (!(await this.begun())) {
      return false;
    }
    try {
      await call(this.memory.conversation());
      return true;
    } catch (failure) {
      this.refuse(failure, repeat);
      return false;
    }
  }

  person() {
    return this.tried(
      async (conversation) => this.answered(await this.wire.person(conversation)),
      () => this.person(),
    );
  }

  async opinion(number, helpful, words) {
    const done = await this.tried(
      (conversation) => this.wire.think(conversation, number, helpful, words),
      () => this.opinion(number, helpful, words),
    );
    if (done) {
      this.memory.think(number, helpful);
    }
    return done;
  }

  async rate(stars) {
    const done = await this.tried(
      (conversation) => this.wire.rate(conversation, stars),
      () => this.rate(stars),
    );
    if (done) {
      this.panel.tell('rated', { stars });
    }
  }

  async deleted() {
    const conversation = this.memory.conversation();
    try {
      if (conversation) {
        await this.wire.remove(conversation);
      }
    } catch (failure) {
      if (failure.kind !== 'gone') {
        this.refuse(failure, () => this.deleted());
        return;
      }
    }
    this.forget();
    this.panel.complain('removed', {}, { key: 'again', act: () => this.restart() });
    this.dispatchEvent(new CustomEvent('aisle-chat-deleted', { bubbles: true, composed: true }));
  }
}
