// What may be used and for what: a switch for each purpose, why it is as it is, and a way back.
class Uses {
  constructor(centre) {
    this.centre = centre;
    this.list = node('ul', { class: 'uses' });
    this.text = node('p', { class: 'soft' });
    this.undo = node('p', { class: 'undo', role: 'status' });
    this.stays = node('div', {});
    this.root = node(
      'section',
      { 'aria-labelledby': 'uses' },
      node('h2', { id: 'uses' }, centre.say('uses')),
      this.text,
      this.list,
      this.undo,
      this.stays,
    );
  }

  show(uses, consents, notice) {
    this.uses = uses;
    this.notice = notice.version || '1';
    const when = consents.changedAt ? ' ' + this.centre.say('changed', { at: this.centre.time(consents.changedAt) }) : '';
    const read = notice.url ? link(this.centre.say('textLink'), notice.url) : null;
    this.text.replaceChildren(this.centre.say('text', { version: consents.noticeVersion || this.notice }) + when + ' ');
    if (read) {
      this.text.append(read);
    }
    const focused = this.list.getRootNode().activeElement?.dataset?.purpose;
    this.list.replaceChildren(...uses.filter((use) => this.centre.asksFor(use.purpose)).map((use) => this.row(use)));
    if (focused) {
      this.list.querySelector(`[data-purpose="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  row(use) {
    const label = 'use-' + use.purpose;
    const why = 'why-' + use.purpose;
    const turn =
      use.change === ''
        ? node('span', { class: 'always' }, this.centre.say('always'))
        : node('button', {
            type: 'button',
            role: 'switch',
            class: 'switch',
            'data-purpose': use.purpose,
            'aria-checked': String(use.allowed === true),
            'aria-labelledby': label,
            'aria-describedby': why,
            onclick: () => this.turn(use),
          });
    const words = node(
      'div',
      {},
      node('span', { id: label, class: 'what' }, use.what),
      node('span', { id: why, class: 'soft' }, use.because),
    );
    return node('li', {}, words, turn);
  }

  async turn(use) {
    await this.centre.tried(async () => {
      const answer = use.allowed
        ? await this.centre.wire.takeBack(use.purpose)
        : await this.centre.wire.allow(use.purpose, this.notice);
      await this.centre.load();
      this.tell(use, answer);
    }, () => this.turn(use));
  }

  tell(use, answer) {
    const missing = (answer.body.missing || []).map((one) => one.service || one.application || '').join(', ');
    const key = !use.allowed ? 'granted' : answer.status === 202 ? 'leaving' : 'gone';
    const back = node(
      'button',
      { type: 'button', class: 'plain', onclick: () => this.turn({ ...use, allowed: !use.allowed }) },
      this.centre.say('undo'),
    );
    this.undo.replaceChildren(this.centre.say(key, { what: use.what, missing }) + ' ', back);
    this.stays.replaceChildren(...this.kept(answer.body.stays || []));
  }

  /** What is kept all the same, why and until when; nothing after a yes. */
  kept(stays) {
    const items = stays.map((one) =>
      node(
        'li',
        {},
        node('strong', {}, serviceName(this.centre.language, one.service) + ': ' + (one.sections || []).join(', ')),
        ' ',
        node('span', { class: 'soft' }, this.reason(one)),
      ),
    );
    return items.length
      ? [node('details', {}, node('summary', {}, this.centre.say('stays')), node('ul', { class: 'kept' }, ...items))]
      : [];
  }

  reason(one) {
    const named = (purpose) => this.uses.find((use) => use.purpose === purpose)?.what || plain(purpose);
    const words = this.centre.say('stays-' + one.why, {
      because: one.because || '',
      purposes: (one.purposes || []).map(named).join('; '),
    });
    return one.until ? words + ' ' + this.centre.say('staysUntil', { until: this.centre.time(one.until) }) : words;
  }

  clear() {
    this.undo.replaceChildren();
    this.stays.replaceChildren();
  }
}
