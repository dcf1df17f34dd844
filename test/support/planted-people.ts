import { randomBytes } from 'node:crypto';
import type { Answer, RunningEngine } from './running-engine';

/** Letters that are in no other word. */
const letters = (count: number) => Array.from(randomBytes(count), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
const digits = (count: number) => Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');

/** Settings that let everything be told to everybody who might keep it. */
export const talkative = { accessLog: { enabled: true, days: 30 } };

/** Somebody about whom every field of every route that stores text was told, with words and numbers of theirs in each. */
export class PlantedPerson {
  /** In every text, whatever its case. */
  readonly mark = letters(12);
  readonly phone = `+336${digits(8)}`;
  readonly mobile = `+337${digits(8)}`;
  /** Ids of their profiles, the one they are known by first. */
  readonly profiles: string[] = [];
  /** What was sent by which route. */
  readonly routes = new Set<string>();
  private count = 0;

  constructor(
    private readonly engine: RunningEngine,
    private readonly organizationId: string,
  ) {}

  /** What nobody may find any more. */
  get needles(): readonly string[] {
    return [this.mark, this.phone.slice(1), this.mobile.slice(1)];
  }

  async plant(): Promise<void> {
    const [first, second, third] = [await this.create(), await this.createdByResolving(), await this.createdByTicket()];
    this.profiles.push(first, second, third);
    await this.change(first);
    await this.attach(first, second);
    await this.deleteAndRestore(second);
    await this.write(first);
    await this.askForHelp(first, second);
    await this.inCommands(first);
    await this.import();
    await this.merge(first, second, third);
    await this.read(first);
  }

  /** More of what was told before, of the profile that they are known by. */
  async tellMore(): Promise<void> {
    const id = this.profiles[0] ?? '';
    await this.change(id);
    await this.write(id);
    await this.inCommands(id);
  }

  private text = (what: string): string => `${what} Q${this.mark}${++this.count} é"\\`;
  private word = (what: string): string => `${what}-Q${this.mark}${++this.count}`;
  private email = (): string => `Mail.${this.mark}.${++this.count}@Example.org`;

  private async create(): Promise<string> {
    const { body } = await this.send('POST /v1/end-users', '/v1/end-users', {
      name: this.text('Name'),
      locale: 'fr',
      timeZone: 'Europe/Paris',
      details: this.text('details'),
      notes: this.text('notes'),
      tags: [this.word('tag'), this.word('other')],
      fields: { [this.word('field')]: this.text('value') },
      contactPoints: [
        { channel: 'email', value: this.email(), verified: true },
        { channel: 'phone', value: this.phone },
      ],
    });
    return body.id;
  }

  private async createdByResolving(): Promise<string> {
    const profile = { name: this.text('Resolved'), notes: this.text('notes'), tags: [this.word('tag')], fields: { a: this.text('value') } };
    const body = { contactPoints: [{ channel: 'email', value: this.email() }], create: true, profile };
    return (await this.send('POST /v1/resolve', '/v1/resolve', body)).body.endUserId;
  }

  private async createdByTicket(): Promise<string> {
    const { body } = await this.send('POST /v1/tickets', '/v1/tickets', {
      ...this.ticket(),
      contactPoints: [{ channel: 'phone', value: this.mobile }],
      profile: { name: this.text('Caller') },
    });
    return body.requesterId;
  }

  private ticket = () => ({ source: 'desk', id: this.word('T'), channel: 'email', subject: this.text('subject'), tags: [this.word('tag')] });

  private async change(id: string): Promise<void> {
    const [path, key] = [`/v1/end-users/${id}`, { 'idempotency-key': this.word('key') }];
    await this.send(
      'PATCH /v1/end-users/{id}',
      path,
      { name: this.text('Renamed'), details: this.text('d'), notes: this.text('n'), fields: { b: this.text('v') } },
      key,
    );
    const tag = this.word('tag');
    await this.send('POST /v1/end-users/{id}/tags', `${path}/tags`, { tags: [tag, this.word('tag')] });
    await this.send('DELETE /v1/end-users/{id}/tags/{tag}', `${path}/tags/${tag}`);
    await this.send('POST /v1/end-users/{id}/notes', `${path}/notes`, { note: this.text('note') });
    await this.send('POST /v1/end-users/{id}/suspend', `${path}/suspend`, { reason: this.text('reason') });
    await this.send('POST /v1/end-users/{id}/reinstate', `${path}/reinstate`, { reason: this.text('reason') });
    await this.send('POST /v1/organizations/{id}/members', `/v1/organizations/${this.organizationId}/members`, { endUserId: id, default: true });
  }

  /** One point of each channel. */
  private async attach(first: string, second: string): Promise<void> {
    const [path, email] = [`/v1/end-users/${first}/contact-points`, this.email()];
    const points = [
      { channel: 'whatsapp', value: `FR.${this.mark}` },
      ...['messenger', 'instagram', 'line', 'web', 'external'].map((channel) => ({ channel, scope: 'here', value: this.word(channel) })),
      ...['telegram', 'x'].map((channel) => ({ channel, value: `Q${this.mark}` })),
      { channel: 'email', value: email },
    ];
    for (const point of points) await this.send('POST /v1/end-users/{id}/contact-points', path, point);
    const at = `${path}/email/${encodeURIComponent(email)}`;
    await this.send('POST /v1/end-users/{id}/contact-points/{channel}/{value}/verify', `${at}/verify`);
    await this.send('POST /v1/end-users/{id}/contact-points/{channel}/{value}/primary', `${at}/primary`);
    await this.send('POST /v1/contact-points/share', '/v1/contact-points/share', { channel: 'email', value: email, reason: this.text('reason') });
    await this.send('POST /v1/contact-points/unshare', '/v1/contact-points/unshare', { channel: 'email', value: email, reason: this.text('reason') });
    await this.send('POST /v1/end-users/{id}/contact-points/{channel}/{value}/transfer', `${at}/transfer`, { toEndUserId: second, cause: 'corrected' });
    const mistaken = this.email();
    await this.send('POST /v1/end-users/{id}/contact-points', path, { channel: 'email', value: mistaken });
    await this.send('DELETE /v1/end-users/{id}/contact-points/{channel}/{value}', `${path}/email/${encodeURIComponent(mistaken)}`);
  }

  private async deleteAndRestore(id: string): Promise<void> {
    await this.send('POST /v1/commands', '/v1/commands', { type: 'DeleteEndUser', data: { endUserId: id, reason: this.text('reason') } });
    await this.send('POST /v1/end-users/{id}/restore', `/v1/end-users/${id}/restore`, { reason: this.text('reason') });
  }

  private async write(id: string): Promise<void> {
    const written = () => ({ source: 'desk', id: this.word('mail'), channel: 'phone', summary: this.text('summary'), ticketId: this.word('T') });
    const contactPoints = [{ channel: 'phone', value: this.phone }];
    await this.send('POST /v1/interactions', '/v1/interactions', { ...written(), contactPoints, profile: { name: this.text('Said') } });
    const lines = [
      { ...written(), contactPoints },
      { ...written(), contactPoints },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    await this.send('POST /v1/interactions', '/v1/interactions', lines, { 'content-type': 'application/x-ndjson' });
    const { interactionId } = (await this.send('POST /v1/interactions', '/v1/interactions', { ...written(), contactPoints: [] })).body;
    await this.send('POST /v1/interactions/{id}/assign', `/v1/interactions/${interactionId}/assign`, { endUserId: id, reason: this.text('reason') });
  }

  private async askForHelp(first: string, second: string): Promise<void> {
    const { id } = (await this.send('POST /v1/tickets', '/v1/tickets', { ...this.ticket(), requesterId: first })).body;
    const path = `/v1/tickets/${id}`;
    await this.send('PATCH /v1/tickets/{id}', path, { status: 'solved' });
    await this.send('PATCH /v1/tickets/{id}', path, { requesterId: second, reason: this.text('reason') });
    await this.send('POST /v1/tickets/{id}/move', `${path}/move`, { organizationId: this.organizationId, reason: this.text('reason') });
  }

  private async inCommands(endUserId: string): Promise<void> {
    const note = () => ({ type: 'NoteEndUser', idempotencyKey: this.word('key'), data: { endUserId, note: this.text('note') } });
    await this.send('POST /v1/commands', '/v1/commands', note());
    const change = { type: 'ChangeEndUserProfile', data: { endUserId, name: this.text('Last') } };
    await this.send('POST /v1/commands', '/v1/commands', `${JSON.stringify(note())}\n${JSON.stringify(change)}\n`, { 'content-type': 'application/x-ndjson' });
  }

  /** By a file that names them by their phone, and another address; one of its rows is refused. */
  private async import(): Promise<void> {
    const rows = [
      ['name', 'phone', 'email', 'notes', 'tags', 'custom_fields.c', 'role'],
      [this.text('Imported'), this.phone, this.email(), this.text('notes'), this.word('tag'), this.text('value'), ''],
      [this.text('Agent'), '', this.email(), '', '', '', 'agent'],
    ];
    const file = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
    const { body } = await this.send('POST /v1/imports', '/v1/imports?mode=upsert', file, { 'content-type': 'text/csv' });
    for (let left = 400; left > 0; left--) {
      const { changed, refused, status } = (await this.engine.get(`/v1/imports/${body.id}`)).body;
      if (status === 'ended' && changed === 1 && refused === 1) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the import did not end');
  }

  private async merge(first: string, second: string, third: string): Promise<void> {
    const merge = (mergedId: string) => this.send('POST /v1/merges', '/v1/merges', { survivorId: first, mergedId, reason: this.text('reason') });
    await merge(second);
    const { id } = (await merge(third)).body;
    await this.send('POST /v1/merges/{id}/unmerge', `/v1/merges/${id}/unmerge`, { reason: this.text('reason') });
    const declared = await this.send('POST /v1/differences', '/v1/differences', { endUserId: first, otherId: third, reason: this.text('reason') });
    await this.send('DELETE /v1/differences/{id}', `/v1/differences/${declared.body.id}`, { reason: this.text('reason') });
    await merge(third);
  }

  /** What is read may be written down, too. */
  private async read(id: string): Promise<void> {
    for (const path of ['', '/timeline', '/history', '/export']) await this.engine.get(`/v1/end-users/${id}${path}`);
    await this.engine.get(`/v1/contact-points/phone/${encodeURIComponent(this.phone)}`);
    await this.engine.get(`/v1/end-users?query=${this.mark}`);
    await this.engine.get(`/v1/end-users/${this.mark}`, { described: false });
  }

  /** @throws Error when it is refused, or a line of it is */
  private async send(route: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    this.routes.add(route);
    const content = typeof body === 'string' ? { raw: body } : { body };
    const answer = await this.engine.call(route.split(' ')[0] ?? '', path, { ...content, headers });
    if (answer.status >= 300 || /"outcome":"(refused|failed)"/.test(answer.text)) throw new Error(`${route} answered ${answer.status}: ${answer.text}`);
    return answer;
  }
}

/** Every way in which a file may hold a text: in its letters or other ones, as code units, in base 64 wherever it begins, in hexadecimal digits. */
export function formsOf(text: string): readonly Buffer[] {
  return [...new Set([text, text.toLowerCase(), text.toUpperCase()])].flatMap((one) => {
    const bytes = Buffer.from(one);
    const wide = Buffer.from(one, 'utf16le');
    const inBase64 = [0, 1, 2].map((before) => {
      // The first and last characters hold bits of what is beside it.
      const encoded = Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      return encoded.slice(Math.ceil((before * 8) / 6), -1);
    });
    return [
      bytes,
      wide,
      Buffer.from(wide).swap16(),
      ...inBase64.map((form) => Buffer.from(form)),
      Buffer.from(bytes.toString('hex')),
      Buffer.from(bytes.toString('hex').toUpperCase()),
    ];
  });
}
