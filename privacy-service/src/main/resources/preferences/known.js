// What is known, by where it lies, and why something was shown.
class Known {
  constructor(centre) {
    this.centre = centre;
    this.known = node('div', {});
    this.shown = node('div', {});
    this.root = node(
      'div',
      {},
      node('section', { 'aria-labelledby': 'known' }, node('h2', { id: 'known' }, centre.say('known')), this.known),
      node('section', { 'aria-labelledby': 'shown' }, node('h2', { id: 'shown' }, centre.say('shown')), this.shown),
    );
  }

  show(explained) {
    const say = (key, values) => this.centre.say(key, values);
    const known = explained.known || [];
    const shown = explained.shown || [];
    this.known.replaceChildren(
      known.length ? node('div', {}, ...known.map((one) => this.holding(one))) : node('p', {}, say('nothingKnown')),
    );
    if ((explained.unanswered || []).length) {
      const services = explained.unanswered.map((one) => serviceName(this.centre.language, one)).join(', ');
      this.known.append(node('p', { class: 'soft' }, say('unanswered', { services })));
    }
    this.shown.replaceChildren(
      shown.length ? node('ul', { class: 'shown' }, ...this.lists(shown).map((one) => this.item(one))) : node('p', {}, say('nothingShown')),
    );
  }

  holding(one) {
    const say = (key, values) => this.centre.say(key, values);
    const count = one.records === 1 ? say('one') : say('records', { count: one.records });
    const latest = node('dl', {});
    Object.entries(one.latest || {}).forEach(([name, value]) => {
      latest.append(node('dt', {}, plain(name)), node('dd', {}, this.value(value)));
    });
    return node(
      'details',
      {},
      node(
        'summary',
        {},
        node('strong', {}, plain(one.what)),
        ' · ' + serviceName(this.centre.language, one.service) + ' · ' + count,
      ),
      node('p', { class: 'soft' }, say('from', { source: one.source }) + ' · ' + say('keptFor', { retention: one.retention })),
      node('p', { class: 'soft' }, say('latest')),
      latest,
    );
  }

  value(value) {
    const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '–');
    return text.length > 300 ? text.slice(0, 300) + '…' : text;
  }

  /** What was shown together for the same reason becomes one entry. */
  lists(shown) {
    const lists = [];
    for (const one of shown) {
      const last = lists[lists.length - 1];
      if (last && last.at === one.at && last.where === one.where && last.because === one.because) {
        last.what = [last.what, one.what].filter(Boolean).join(', ');
      } else {
        lists.push({ ...one });
      }
    }
    return lists;
  }

  item(one) {
    return node(
      'li',
      {},
      node('span', { class: one.personal ? 'badge personal' : 'badge' }, this.centre.say(one.personal ? 'personal' : 'everybody')),
      ' ',
      node('span', { class: 'soft' }, [one.where, this.centre.time(one.at)].filter(Boolean).join(' · ')),
      node('span', { class: 'because' }, one.because),
      node('span', { class: 'soft' }, one.what),
    );
  }
}
