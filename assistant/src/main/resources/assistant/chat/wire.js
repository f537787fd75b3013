// The calls to the shop's gateway, which opens a conversation, and to the service, which holds it.
const LONGEST_SILENCE = 45000;
const MOST_OF_AN_EVENT = 1 << 20;
const REFUSALS = {
  400: 'empty',
  401: 'gone',
  403: 'gone',
  404: 'gone',
  409: 'closed',
  410: 'gone',
  413: 'tooLong',
  422: 'empty',
  429: 'tooFast',
};

/** Why something did not work: the key of a text, and the seconds after which it may. */
class Refusal extends Error {
  constructor(kind, seconds) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds || 0;
  }

  static of(status, seconds) {
    return new Refusal(REFUSALS[status] || 'failed', Math.min(300, Number.parseInt(seconds, 10) || 0));
  }
}

/** Reads server-sent events out of pieces of text; calls on(name, data) for each. */
class EventReader {
  constructor(on) {
    this.on = on;
    this.rest = '';
    this.name = '';
    this.data = [];
  }

  take(piece) {
    this.rest += piece;
    if (this.rest.length > MOST_OF_AN_EVENT) {
      throw new Refusal('failed');
    }
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop();
    lines.forEach((line) => this.line(line));
  }

  line(line) {
    if (line === '') {
      if (this.data.length > 0) {
        this.on(this.name || 'message', this.data.join('\n'));
      }
      this.name = '';
      this.data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.name = value;
    } else if (field === 'data') {
      this.data.push(value);
    }
  }
}

class Wire {
  /**
   * @param service origin of the service
   * @param gateway path or address of the shop that opens conversations for whoever is logged in
   */
  constructor(service, gateway) {
    this.service = service;
    this.gateway = gateway;
  }

  async open(locale, productId) {
    const page = productId ? { page: { productId } } : {};
    const answer = await this.fetched(new URL(this.gateway, document.baseURI), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ locale, ...page }),
    });
    const opened = await this.json(answer);
    if (!opened || typeof opened.id !== 'string' || typeof opened.token !== 'string') {
      throw new Refusal('failed');
    }
    return opened;
  }

  async history(conversation) {
    return this.json(await this.call(conversation, 'GET', ''));
  }

  async person(conversation) {
    return this.json(await this.call(conversation, 'POST', '/person', {}));
  }

  async remove(conversation) {
    await this.call(conversation, 'DELETE', '');
  }

  async think(conversation, number, helpful, words) {
    const body = words ? { helpful, words } : { helpful };
    await this.call(conversation, 'PUT', '/messages/' + encodeURIComponent(number) + '/feedback', body);
  }

  async rate(conversation, stars) {
    await this.call(conversation, 'PUT', '/rating', { stars });
  }

  /** Sends a message; onText gets the answer's text piece by piece, the whole answer is what this promises. */
  async send(conversation, text, onText) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), LONGEST_SILENCE);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), LONGEST_SILENCE);
    };
    try {
      const accept = 'text/event-stream, application/json;q=0.5';
      const response = await this.call(conversation, 'POST', '/messages', { text }, accept, silence.signal);
      const type = response.headers.get('Content-Type') || '';
      return type.startsWith('text/event-stream')
        ? await this.streamed(response, onText, heard)
        : await this.json(response);
    } catch (failure) {
      throw failure instanceof Refusal ? failure : new Refusal('broken');
    } finally {
      clearTimeout(timer);
    }
  }

  async streamed(response, onText, heard) {
    let whole = null;
    const events = new EventReader((name, data) => {
      const told = parsed(data);
      if (name === 'text' && typeof told.delta === 'string') {
        onText(told.delta);
      } else if (name === 'answer') {
        whole = told;
      } else if (name === 'problem') {
        throw Refusal.of(told.status, told.retryAfter);
      }
    });
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let piece = await reader.read(); !piece.done && !whole; piece = await reader.read()) {
      heard();
      events.take(decoder.decode(piece.value, { stream: true }));
      if (whole) {
        break;
      }
    }
    reader.cancel().catch(() => {});
    if (!whole) {
      throw new Refusal('broken');
    }
    return whole;
  }

  async call(conversation, method, path, body, accept, signal) {
    if (!conversation) {
      throw new Refusal('gone');
    }
    const headers = { 'Aisle-Conversation': conversation.token, Accept: accept || 'application/json' };
    if (body) {
      headers['Content-Type'] = 'application/json';
    }
    const address = this.service + '/v1/conversations/' + encodeURIComponent(conversation.id) + path;
    return this.fetched(address, {
      method,
      headers,
      signal,
      credentials: 'omit',
      body: body ? JSON.stringify(body) : undefined,
    });
  }

  async fetched(address, options) {
    let response;
    try {
      const usual = { cache: 'no-store', signal: options.signal || AbortSignal.timeout(LONGEST_SILENCE) };
      response = await fetch(address, { ...options, ...usual });
    } catch {
      throw new Refusal(navigator.onLine ? 'unreachable' : 'offline');
    }
    if (!response.ok) {
      throw Refusal.of(response.status, response.headers.get('Retry-After'));
    }
    return response;
  }

  async json(response) {
    try {
      return await response.json();
    } catch {
      throw new Refusal('failed');
    }
  }
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}
