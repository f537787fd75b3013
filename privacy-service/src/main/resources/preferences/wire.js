// The calls to the shop's gateway. It knows who is logged in; nothing here names a person.

/** Why a call didn't work: one of the keys of TEXTS. */
class Refusal extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

class Wire {
  constructor(gateway, language) {
    this.gateway = gateway.replace(/\/+$/, '');
    this.language = language;
  }

  address(path) {
    return this.gateway + '/' + path;
  }

  async call(method, path, body) {
    let answer;
    try {
      answer = await fetch(this.address(path), {
        method,
        headers: {
          Accept: 'application/json',
          'Accept-Language': this.language,
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        body: body ? JSON.stringify(body) : undefined,
      });
    } catch {
      throw new Refusal('unreachable');
    }
    if (!answer.ok) {
      throw new Refusal(answer.status === 401 || answer.status === 409 ? 'signedOut' : 'failed');
    }
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : {} };
  }

  async get(path) {
    return (await this.call('GET', path)).body;
  }

  allow(purpose, noticeVersion) {
    return this.call('POST', 'consents', { decisions: { [purpose]: 'grant' }, noticeVersion });
  }

  takeBack(purpose) {
    return this.call('DELETE', 'consents/' + encodeURIComponent(purpose));
  }

  async request(type) {
    return (await this.call('POST', 'requests', { type })).body;
  }
}
