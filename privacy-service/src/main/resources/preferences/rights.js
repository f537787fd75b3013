// A copy of everything, and the deletion of everything: a dry run first, a way back while there is one, and a receipt of each service.
const LOOK_AGAIN_MILLIS = 1000;
const MOST_LOOKS = 600;

class Rights {
  constructor(centre) {
    this.centre = centre;
    this.copy = node('div', { class: 'progress', role: 'status' });
    this.gone = node('div', { class: 'progress', role: 'status' });
    this.dialog = node('dialog', { 'aria-labelledby': 'dry-run' });
    this.ask = node('button', { type: 'button', onclick: () => this.download() }, centre.say('download'));
    this.remove = node('button', { type: 'button', class: 'danger', onclick: () => this.dryRun() }, centre.say('remove'));
    this.root = node(
      'section',
      { 'aria-labelledby': 'rights' },
      node('h2', { id: 'rights' }, centre.say('rights')),
      node('p', { class: 'buttons' }, this.ask, this.remove),
      this.copy,
      this.gone,
      this.dialog,
    );
  }

  async download() {
    await this.centre.tried(async () => {
      this.ask.disabled = true;
      const { id } = await this.centre.wire.request('portability');
      const done = await this.watch(id, (state) => {
        this.say(this.copy, this.centre.say('preparing', { progress: state.progress || '' }));
      });
      if (done) {
        const save = link(this.centre.say('save'), this.centre.wire.address('requests/' + encodeURIComponent(id) + '/archive'), {
          class: 'button',
          download: '',
        });
        this.copy.replaceChildren(node('p', {}, this.centre.say('ready') + ' ', save));
      }
    }, () => this.download());
    this.ask.disabled = false;
  }

  /** Looks again and again until it has ended; answers the last state, or null when the element has left the page. */
  async watch(id, tell) {
    for (let look = 0; look < MOST_LOOKS && this.root.isConnected; look++) {
      const state = await this.centre.wire.get('requests/' + encodeURIComponent(id));
      tell(state);
      if (state.status === 'completed' || state.status === 'cancelled') {
        return state;
      }
      await new Promise((ready) => setTimeout(ready, LOOK_AGAIN_MILLIS));
    }
    return null;
  }

  /** Says a text, and nothing when it stands there already: a screen reader repeats what is written anew. */
  say(place, text, ...more) {
    if (place.dataset.said !== text) {
      place.dataset.said = text;
      place.replaceChildren(node('p', {}, text), ...more);
    }
  }

  async dryRun() {
    await this.centre.tried(async () => {
      const preview = (await this.centre.wire.call('POST', 'erasure-previews', {})).body;
      const rows = Object.entries(preview.records || {}).flatMap(([service, kinds]) =>
        Object.entries(kinds)
          .filter(([, count]) => count > 0)
          .map(([kind, count]) => this.row(service, kind, count)),
      );
      const keep = node('button', { type: 'button', onclick: () => this.dialog.close() }, this.centre.say('keep'));
      const sure = node('button', { type: 'button', class: 'danger', onclick: () => this.erase() }, this.centre.say('sure'));
      this.dialog.replaceChildren(
        node('h2', { id: 'dry-run' }, this.centre.say('dryRun')),
        ...this.linked(preview.linked),
        rows.length ? this.table(rows) : node('p', {}, this.centre.say('dryRunNothing')),
        node('p', { class: 'soft' }, this.centre.say('dryRunWords')),
        node('p', { class: 'buttons' }, keep, sure),
      );
      this.dialog.showModal();
      keep.focus();
    }, () => this.dryRun());
  }

  linked(linked) {
    const lines = [
      ['linkedBrowsers', linked?.browsers],
      ['linkedShared', linked?.sharedBrowsers],
      ['linkedHeld', linked?.heldBrowsers],
    ];
    return lines
      .filter(([, count]) => count > 0)
      .map(([key, count]) => node('p', {}, `${this.centre.say(key)}: ${count}`));
  }

  row(service, kind, count) {
    return node(
      'tr',
      {},
      node('td', {}, serviceName(this.centre.language, service)),
      node('td', {}, plain(kind)),
      node('td', { class: 'number' }, String(count)),
    );
  }

  table(rows) {
    const head = ['service', 'kind', 'count'].map((key) => node('th', { scope: 'col' }, this.centre.say(key)));
    return node(
      'div',
      { class: 'table', tabindex: '0', role: 'group', 'aria-labelledby': 'dry-run' },
      node('table', {}, node('thead', {}, node('tr', {}, ...head)), node('tbody', {}, ...rows)),
    );
  }

  async erase() {
    this.dialog.close();
    await this.centre.tried(async () => {
      this.remove.disabled = true;
      const { id } = await this.centre.wire.request('erasure');
      const done = await this.watch(id, (state) => this.progress(id, state));
      if (done && done.status === 'completed') {
        this.centre.erased();
        await this.centre.load();
      }
    }, () => this.erase());
    this.remove.disabled = false;
  }

  progress(id, state) {
    if (state.status === 'pending') {
      const back = node('button', { type: 'button', onclick: () => this.takeBack(id) }, this.centre.say('takeBack'));
      this.say(this.gone, this.centre.say('pending'), back);
      return;
    }
    if (state.status === 'cancelled') {
      this.say(this.gone, this.centre.say('cancelled'));
      return;
    }
    const receipts = (state.receipts || []).map((one) => {
      const count = Object.values(one.removed || {}).reduce((sum, value) => sum + value, 0);
      return node('li', {}, this.centre.say('receipt', { service: serviceName(this.centre.language, one.service), count }));
    });
    const waiting = (state.awaiting || []).map((one) =>
      node('li', { class: 'soft' }, this.centre.say('waiting', { service: serviceName(this.centre.language, one) })),
    );
    const key = state.status === 'completed' ? 'erased' : 'running';
    this.say(
      this.gone,
      this.centre.say(key, { progress: state.progress || '' }),
      node('ul', {}, ...receipts, ...waiting),
    );
  }

  takeBack(id) {
    return this.centre.tried(
      () => this.centre.wire.call('DELETE', 'requests/' + encodeURIComponent(id)),
      () => this.takeBack(id),
    );
  }
}
