/** As much of a browser as signing in needs: cookies of one host, and redirects one at a time. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly origin: string;

  private readonly ask: typeof fetch;

  /** `ask` is for an origin whose certificate the machine does not trust. */
  constructor(origin: string, ask: typeof fetch = fetch) {
    this.origin = origin;
    this.ask = ask;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('accept')) headers.set('accept', init.method === 'POST' ? '*/*' : 'text/html');
    if (this.cookies.size > 0) headers.set('cookie', this.cookieHeader());
    const response = await this.ask(new URL(path, this.origin).href, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** Follows redirects within the origin. */
  async visit(path: string, init?: RequestInit): Promise<{ response: Response; url: URL }> {
    let url = new URL(path, this.origin);
    let response = await this.fetch(url.href, init);
    while (response.status >= 300 && response.status < 400 && response.headers.has('location')) {
      url = new URL(response.headers.get('location') ?? '', url);
      if (url.origin !== this.origin) break;
      response = await this.fetch(url.href);
    }
    return { response, url };
  }

  /** Through the provider's page, with a click on a name. Answers where it ended. */
  async signIn(subject: string, to = '/'): Promise<{ response: Response; url: URL }> {
    const page = await this.visit(`/auth/login?to=${encodeURIComponent(to)}`);
    const action = /action="([^"]+)"/.exec(await page.response.text())?.[1];
    if (!action) throw new Error('The provider showed no page to choose on');
    return this.visit(action, {
      method: 'POST',
      body: new URLSearchParams({ subject }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  post(path: string, body: unknown, headers: Record<string, string> = { 'x-fotfeste': '1' }): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (value && !/max-age=0/i.test(cookie)) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }
}
