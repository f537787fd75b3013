// How a message looks: its text, where it is from, products, and what the shopper thinks of it.

/** A text as paragraphs; a single line break stays one. */
function paragraphs(text) {
  return String(text ?? '')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => node('p', {}, part.trim()));
}

function priceText(product, language) {
  const amount = Number(product.price);
  if (product.price === null || product.price === undefined || product.price === '' || !Number.isFinite(amount)) {
    return '';
  }
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency: product.currency }).format(amount);
  } catch {
    return amount + (product.currency ? ' ' + product.currency : '');
  }
}

class Messages {
  /** @param on opinion(number, helpful, words): promises that the service has it; follow(): a link was followed */
  constructor(speaker, on) {
    this.speaker = speaker;
    this.on = on;
  }

  /** @param opinion what the shopper thought of it before: true, false or undefined */
  message(message, opinion) {
    const shopper = message.from === 'shopper';
    const body = node('div', { class: 'bubble', lang: message.language }, ...paragraphs(message.text));
    const who = this.speaker.say(node('span', { class: 'unseen' }), shopper ? 'you' : 'assistant');
    const whole = node('div', { class: 'message ' + (shopper ? 'shopper' : 'assistant') }, who, body);
    if (!shopper) {
      body.append(...[this.sources(message.sources), this.products(message)].filter(Boolean));
      if (Number.isInteger(message.number) && !['small_talk', 'hand_over', undefined].includes(message.kind)) {
        whole.append(this.thumbs(message.number, opinion));
      }
    }
    return whole;
  }

  sources(sources) {
    if (!Array.isArray(sources) || sources.length === 0) {
      return null;
    }
    const list = sources.slice(0, 5).map((source) => {
      const parts = [source.title, source.heading].filter((part) => typeof part === 'string' && part !== '');
      const title = parts.filter((part, at) => parts.indexOf(part) === at).join(' – ');
      return node('li', {}, link(title || String(source.url ?? ''), source.url, { onclick: () => this.on.follow() }));
    });
    const heading = this.speaker.say(node('span', { class: 'heading' }), 'sources');
    return node('div', { class: 'sources' }, heading, node('ul', {}, ...list));
  }

  products(message) {
    if (!Array.isArray(message.products) || message.products.length === 0) {
      return null;
    }
    const cards = message.products.slice(0, 12).map((product) => this.product(product, message.language));
    return this.speaker.label(node('ul', { class: 'products' }, ...cards), 'products');
  }

  product(product, language) {
    const picture = webAddress(product.image);
    // The title beside it says what it shows.
    const image = picture
      ? node('img', { src: picture, alt: '', loading: 'lazy', width: 72, height: 72, referrerpolicy: 'no-referrer' })
      : node('span', { class: 'blank' });
    const title = link(String(product.title ?? product.id ?? ''), product.url, {
      class: 'title',
      onclick: () => this.on.follow(),
    });
    const price = priceText(product, language || this.speaker.language);
    return node(
      'li',
      {},
      image,
      node(
        'div',
        {},
        title,
        price ? node('span', { class: 'price' }, price) : null,
        product.reason ? node('span', { class: 'reason' }, String(product.reason)) : null,
      ),
    );
  }

  thumbs(number, opinion) {
    const question = this.speaker.say(node('span', {}), 'helpful');
    const thanks = node('span', { role: 'status' });
    const words = node('div', {});
    const buttons = [true, false].map((helpful) => {
      const button = node('button', {
        type: 'button',
        class: 'icon thumb',
        'aria-pressed': opinion === helpful,
        onclick: () => this.judge(number, helpful, buttons, thanks, words),
      });
      button.append(icon(helpful ? 'up' : 'down'));
      return this.speaker.label(button, helpful ? 'yes' : 'no');
    });
    return node('div', { class: 'thumbs' }, question, ...buttons, thanks, words);
  }

  async judge(number, helpful, buttons, thanks, words) {
    if (await this.on.opinion(number, helpful)) {
      buttons.forEach((button, at) => button.setAttribute('aria-pressed', (at === 0) === helpful));
      this.speaker.say(thanks, 'thanks');
      words.replaceChildren(...(helpful ? [] : [this.note(number, words, thanks)]));
    }
  }

  /** After a thumb down: what was missing, for whoever likes to say it. */
  note(number, words, thanks) {
    const field = node('textarea', { rows: 2, maxlength: 1000 });
    const label = node('label', {}, this.speaker.say(node('span', {}), 'missing'), field);
    const send = this.speaker.say(node('button', { type: 'submit', class: 'choice' }), 'sendWords');
    const form = node('form', { class: 'note' }, label, send);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (text === '' || (await this.on.opinion(number, false, text))) {
        thanks.textContent = '';
        this.speaker.say(thanks, 'thanks');
        const above = words.parentElement.querySelectorAll('button')[1];
        words.replaceChildren();
        above.focus();
      }
    });
    return form;
  }
}
