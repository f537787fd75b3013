// The button, the window that it opens, and where in it things stand. It knows nothing of the service.
const MOST_CHARACTERS = 4000;
const FEW_LEFT = 200;

class Panel {
  /** @param on what happens: launch, hide, send(text), person, remove, rate(stars), again, speak(language) */
  constructor(root, speaker, on) {
    this.root = root;
    this.speaker = speaker;
    this.on = on;
    const said = (name, attributes, key) => speaker.say(node(name, attributes), key);
    this.launcher = node('button', { type: 'button', class: 'launch', 'aria-haspopup': 'dialog', onclick: on.launch });
    this.launcher.append(icon('chat'), said('span', {}, 'launch'));
    speaker.label(this.launcher, 'launchLabel');

    this.log = node('div', { role: 'log', 'aria-live': 'polite', class: 'log' });
    // What is still being written stands beside the log: read aloud is only the whole answer.
    this.draft = node('div', { class: 'draft', 'aria-hidden': 'true' });
    this.choices = speaker.label(node('div', { class: 'choices', role: 'group' }), 'choices');
    this.trouble = node('div', { class: 'trouble', role: 'alert' });
    this.asking = node('div', { class: 'asking' });
    const region = { class: 'scroll', role: 'group', tabindex: 0 };
    this.scroll = node('div', region, this.log, this.draft, this.choices, this.trouble, this.asking);
    speaker.label(this.scroll, 'log');
    this.banner = node('div', { class: 'banner', role: 'status' });
    this.status = node('div', { class: 'status', role: 'status' });
    this.window = node(
      'dialog',
      { 'aria-labelledby': 'title', 'aria-describedby': 'subtitle' },
      this.head(said),
      this.banner,
      this.scroll,
      this.status,
      this.form(said),
      this.foot(),
    );
    this.window.addEventListener('keydown', (event) => this.keepFocus(event));
    this.window.addEventListener('cancel', (event) => {
      event.preventDefault();
      on.hide();
    });
    root.append(this.launcher, this.window);
  }

  head(said) {
    const title = said('h2', { id: 'title' }, 'title');
    const subtitle = said('p', { id: 'subtitle' }, 'subtitle');
    const other = said('span', {}, 'other');
    this.switch = node('button', { type: 'button', class: 'plain language', onclick: this.on.speak }, other);
    this.speaker.label(this.switch, 'otherLabel');
    const close = node('button', { type: 'button', class: 'icon', onclick: this.on.hide }, icon('close'));
    this.speaker.label(close, 'close');
    return node('header', {}, node('div', {}, title, subtitle), this.switch, close);
  }

  form(said) {
    this.input = node('textarea', { id: 'input', rows: 1, 'aria-describedby': 'hint left', autocomplete: 'off' });
    this.speaker.put(this.input, 'placeholder', 'placeholder');
    this.left = node('span', { id: 'left', class: 'left' });
    const send = node('button', { type: 'submit', class: 'icon send' }, icon('send'));
    this.speaker.label(send, 'send');
    const form = node(
      'form',
      { class: 'write' },
      said('label', { for: 'input', class: 'unseen' }, 'inputLabel'),
      said('span', { id: 'hint', class: 'unseen' }, 'hint'),
      this.input,
      send,
      this.left,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.on.send(this.input.value);
    });
    this.input.addEventListener('keydown', (event) => {
      // While characters are composed, as in Chinese, Enter chooses one of them.
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
        event.preventDefault();
        this.on.send(this.input.value);
      }
    });
    this.input.addEventListener('input', () => this.count());
    return form;
  }

  foot() {
    const button = (key, label, act) => {
      const made = this.speaker.say(node('button', { type: 'button', class: 'plain', onclick: act }), key);
      return label ? this.speaker.label(made, label) : made;
    };
    this.removeButton = button('remove', 'removeLabel', () => this.askRemoval());
    this.rateButton = button('rate', 'rateLabel', () => this.askStars());
    return node('footer', {}, button('person', null, this.on.person), this.rateButton, this.removeButton);
  }

  count() {
    const left = MOST_CHARACTERS - this.input.value.length;
    this.left.textContent = left < FEW_LEFT ? this.speaker.text('left', { left }) : '';
    this.left.classList.toggle('over', left < 0);
  }

  clearInput() {
    this.input.value = '';
    this.count();
  }

  show() {
    if (!this.window.open) {
      this.window.showModal();
      this.launcher.hidden = true;
    }
    this.input.focus();
  }

  hide() {
    if (this.window.open) {
      this.window.close();
      this.launcher.hidden = false;
      this.launcher.focus();
    }
  }

  /** Tab goes round inside the window, also where the browser would leave the page. */
  keepFocus(event) {
    if (event.key !== 'Tab') {
      return;
    }
    const all = [...this.window.querySelectorAll('button, a[href], textarea, input, [tabindex="0"]')].filter(
      (element) => !element.disabled && element.getClientRects().length > 0,
    );
    const edge = event.shiftKey ? all[0] : all[all.length - 1];
    if (this.root.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? all[all.length - 1] : all[0]).focus();
    }
  }

  add(message) {
    this.log.append(message);
    this.reveal(message);
  }

  /** Shows all from a message on or, when that is more than there is room for, its beginning. */
  reveal(message) {
    const room = Math.min(this.scroll.clientHeight, window.innerHeight);
    const fits = this.scroll.scrollHeight - message.offsetTop <= room;
    (fits ? this.asking : message).scrollIntoView({ block: fits ? 'end' : 'start' });
  }

  toEnd() {
    this.asking.scrollIntoView({ block: 'end' });
  }

  /** What has come of an answer; null when it is whole or broken off. */
  write(text) {
    if (text === null) {
      this.draft.replaceChildren();
      return;
    }
    const dots = node('span', { class: 'dots' }, node('i'), node('i'), node('i'));
    const inside = text === '' ? [dots] : paragraphs(text);
    this.draft.replaceChildren(node('div', { class: 'message assistant' }, node('div', { class: 'bubble' }, ...inside)));
    this.toEnd();
  }

  busy(key) {
    this.tell(key);
  }

  tell(key, values) {
    this.status.replaceChildren(...(key ? [this.speaker.say(node('span'), key, values)] : []));
  }

  headline(key) {
    this.banner.replaceChildren(...(key ? [this.speaker.say(node('span'), key)] : []));
  }

  offer(choices, choose) {
    const able = (Array.isArray(choices) ? choices : []).filter((choice) => choice && choice.text);
    const buttons = able.slice(0, 8).map((choice) => {
      const act = () => {
        this.input.focus();
        choose(String(choice.text));
      };
      return node('button', { type: 'button', class: 'choice', onclick: act }, String(choice.label || choice.text));
    });
    this.choices.replaceChildren(...buttons);
    this.choices.hidden = buttons.length === 0;
    if (this.log.lastElementChild) {
      this.reveal(this.log.lastElementChild);
    }
  }

  /** Says what went wrong, and offers one way on; a way on that must wait counts the seconds down. */
  complain(key, values, way, seconds) {
    clearInterval(this.waiting);
    this.trouble.replaceChildren();
    if (!key) {
      return;
    }
    this.trouble.classList.toggle('calm', key === 'removed');
    this.trouble.append(this.speaker.say(node('p'), key, values));
    if (way) {
      const button = node('button', { type: 'button', class: 'choice' });
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') !== 'true') {
          this.input.focus();
          this.complain(null);
          way.act();
        }
      });
      this.countDown(this.speaker.say(button, way.key), way.key, seconds || 0);
      this.trouble.append(button);
    }
    this.toEnd();
  }

  countDown(button, key, seconds) {
    let left = seconds;
    const tick = () => {
      button.setAttribute('aria-disabled', left > 0);
      this.speaker.say(button, left > 0 ? 'wait' : key, { seconds: left });
      if (left-- <= 0) {
        clearInterval(this.waiting);
      }
    };
    tick();
    if (seconds > 0) {
      this.waiting = setInterval(tick, 1000);
    }
  }

  askRemoval() {
    const question = this.speaker.say(node('p', { id: 'question' }), 'removeQuestion');
    const yes = this.speaker.say(node('button', { type: 'button', class: 'choice danger' }), 'removeYes');
    const no = this.speaker.say(node('button', { type: 'button', class: 'choice' }), 'removeNo');
    yes.addEventListener('click', () => this.endAsking(this.input, this.on.remove));
    no.addEventListener('click', () => this.endAsking(this.removeButton));
    this.ask(node('div', { role: 'group', 'aria-labelledby': 'question' }, question, yes, no), no);
  }

  askStars() {
    const legend = this.speaker.say(node('legend'), 'rateQuestion');
    const stars = [1, 2, 3, 4, 5].map((count) => {
      const input = node('input', { type: 'radio', name: 'stars', value: count, class: 'unseen' });
      this.speaker.label(input, 'stars', { stars: count });
      return node('label', { class: 'star' }, input, node('span', { 'aria-hidden': 'true' }));
    });
    const send = this.speaker.say(node('button', { type: 'submit', class: 'choice' }), 'send');
    const form = node('form', {}, node('fieldset', {}, legend, ...stars), send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = form.querySelector('input:checked');
      if (chosen) {
        this.endAsking(this.rateButton, () => this.on.rate(Number(chosen.value)));
      }
    });
    this.ask(form, form.querySelector('input'));
  }

  ask(question, first) {
    this.asking.replaceChildren(question);
    this.toEnd();
    first.focus();
  }

  endAsking(next, act) {
    this.asking.replaceChildren();
    next.focus();
    if (act) {
      act();
    }
  }

  empty() {
    [this.log, this.choices, this.asking].forEach((place) => place.replaceChildren());
    this.choices.hidden = true;
    this.write(null);
    this.complain(null);
    this.headline(null);
  }
}
