import { HttpsWebhookSender, type Resolve } from '@kith/adapters';
import { accepted, type Message, WebhookReceiver } from '../../support/webhook-receiver';

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const [current, previous, other] = [secretOf(1), secretOf(2), secretOf(3)];
const body = JSON.stringify({
  specversion: '1.0',
  id: 'event-1',
  source: '/v1/events',
  type: 'kith.EndUserCreated.v1',
  subject: 'léa',
  data: { name: 'Zoë "7" \u2028' },
});

let receiver: WebhookReceiver;
let sender: HttpsWebhookSender;
beforeEach(async () => {
  receiver = await WebhookReceiver.start();
  sender = new HttpsWebhookSender({ privateTargets: true, answerMs: 400 });
});
afterEach(async () => {
  sender.close();
  await receiver.stop();
});

const message = (more: { url?: string; secrets?: readonly string[]; at?: number; id?: string } = {}) => ({
  webhookId: 'w',
  url: receiver.url,
  secrets: [current],
  id: 'event-1',
  at: Date.now(),
  body,
  ...more,
});
const sent = async (more: Parameters<typeof message>[0] = {}): Promise<Message> => {
  expect(await sender.send(message(more))).toMatchObject({ statusCode: 204, error: null });
  return receiver.messages.at(-1) as Message;
};

describe('a message', () => {
  it('is accepted by a receiver that checks signatures and reads CloudEvents', async () => {
    const received = await sent();
    expect(accepted(received, current)).toMatchObject({ id: 'event-1', type: 'kith.EndUserCreated.v1', subject: 'léa', data: { name: 'Zoë "7" \u2028' } });
    expect(received.headers).toMatchObject({ 'webhook-id': 'event-1', 'content-type': expect.stringMatching(/^application\/cloudevents\+json/) });
  });

  it('is rejected when anything of it was changed, or it is old, or another secret signed it', async () => {
    const received = await sent();
    const { headers } = received;
    const changed: Pick<Message, 'headers' | 'body'>[] = [
      { headers, body: body.replace('léa', 'lea') },
      { headers, body: `${body} ` },
      { headers: { ...headers, 'webhook-id': 'event-2' }, body },
      { headers: { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }, body },
      { headers: { ...headers, 'webhook-signature': String(headers['webhook-signature']).replace(/.(?==*$)/, (c) => (c === 'A' ? 'E' : 'A')) }, body },
      { headers: { ...headers, 'webhook-signature': `v1a,${String(headers['webhook-signature']).slice(3)}` }, body },
    ];
    for (const one of changed) expect(() => accepted(one, current)).toThrow(/signature|No matching/i);
    expect(() => accepted(received, other)).toThrow('No matching signature');
    expect(() => accepted({ headers: { ...headers, 'webhook-signature': undefined }, body }, current)).toThrow('Missing required headers');
    const old = await sent({ at: Date.now() - 6 * 60_000 });
    expect(() => accepted(old, current)).toThrow('too old');
  });

  it('is signed with every secret that may sign, so that a receiver can change over at its own time', async () => {
    const received = await sent({ secrets: [current, previous] });
    for (const secret of [current, previous]) expect(accepted(received, secret).id).toBe('event-1');
    expect(() => accepted(received, other)).toThrow('No matching signature');
  });
});

describe('an answer', () => {
  it('that sends elsewhere is not followed', async () => {
    const elsewhere = await WebhookReceiver.start();
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answer = (_, response) => {
        response.writeHead(status, { location: elsewhere.url }).end();
      };
      expect(await sender.send(message())).toMatchObject({ statusCode: status, error: 'redirected' });
    }
    expect(elsewhere.messages).toEqual([]);
    await elsewhere.stop();
  });

  it('that does not come in time is none', async () => {
    receiver.answer = () => 'open';
    expect(await sender.send(message())).toMatchObject({ statusCode: null, error: 'timeout', durationMs: expect.any(Number) });
  });

  it('that goes on for ever costs a few kilobytes and no more time than an answer has', async () => {
    let [written, closed] = [0, false];
    receiver.answer = (_, response) => {
      response.writeHead(200);
      response.on('close', () => {
        closed = true;
      });
      const more = setInterval(() => {
        if (closed) return clearInterval(more);
        written += 1_024;
        response.write(Buffer.alloc(1_024));
      }, 5);
      return 'open';
    };
    expect(await sender.send(message())).toMatchObject({ statusCode: 200, error: null });
    for (const end = Date.now() + 2_000; !closed && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 10));
    expect([closed, written < 64_000]).toEqual([true, true]);
  });

  it('says how long to leave the receiver alone, in seconds or as a date', async () => {
    for (const [given, expected] of [
      ['120', 120_000],
      [new Date(Date.now() + 60_000).toUTCString(), expect.any(Number)],
      ['soon', null],
      ['-5', null],
    ] as const) {
      receiver.answer = (_, response) => {
        response.writeHead(503, { 'retry-after': given }).end();
      };
      const { retryAfterMs } = await sender.send(message());
      expect([given, retryAfterMs]).toEqual([given, expected]);
    }
  });

  it('that is no HTTP is told from none', async () => {
    receiver.answer = (_, response) => {
      response.socket?.write('HELO\r\n\r\n');
      return 'open';
    };
    expect(await sender.send(message())).toMatchObject({ statusCode: null, error: 'answer-malformed' });
  });
});

describe('the network', () => {
  it('keeps connections, and a connection that was closed meanwhile is no failure', async () => {
    await sent();
    await sent();
    expect(receiver.messages.map(({ connection }) => connection)).toEqual([1, 1]);
    receiver.cut();
    await sent();
    expect(receiver.messages.at(-1)?.connection).toBe(2);
  });

  it('that refuses the connection, or breaks it, is told', async () => {
    receiver.answer = (_, response) => {
      response.socket?.destroy();
      return 'open';
    };
    expect(await sender.send(message())).toMatchObject({ statusCode: null, error: 'unreachable' });
    const { port } = receiver;
    await receiver.stop();
    expect(await sender.send(message({ url: `http://127.0.0.1:${port}/` }))).toMatchObject({ statusCode: null, error: 'unreachable' });
    receiver = await WebhookReceiver.start();
  });

  it('speaks TLS to https targets, and sends nothing to who cannot prove its name', async () => {
    expect(await sender.send(message({ url: receiver.url.replace('http:', 'https:') }))).toMatchObject({ statusCode: null, error: 'tls-failed' });
    expect(receiver.messages).toEqual([]);
  });

  it('is left at once when the engine stops', async () => {
    receiver.answer = () => 'open';
    const stopping = new AbortController();
    const sending = sender.send(message(), stopping.signal);
    await receiver.has(1);
    stopping.abort();
    await expect(sending).rejects.toThrow(/abort/i);
  });
});

describe('a name that leads elsewhere by the time of connecting', () => {
  it('is refused then, although it was public when the webhook was made', async () => {
    let asked = 0;
    const rebinding: Resolve = async () => [{ address: asked++ === 0 ? '93.184.215.14' : '127.0.0.1', family: 4 }];
    const guarded = new HttpsWebhookSender({ privateTargets: false, resolve: rebinding, answerMs: 400 });
    const url = `https://hooks.example.org:${receiver.port}/`;
    expect(await guarded.whyRefused(url)).toBeUndefined();
    expect(await guarded.send(message({ url }))).toMatchObject({ statusCode: null, error: 'target-refused' });
    expect(asked).toBe(2);
    guarded.close();
  });

  it('is reached where private targets are allowed, by its name', async () => {
    const url = `http://localhost:${receiver.port}/hook?x=1`;
    expect(await sender.whyRefused(url)).toBeUndefined();
    const received = await sent({ url });
    expect([received.path, received.headers.host]).toEqual(['/hook?x=1', `localhost:${receiver.port}`]);
  });

  it('is not reached any more once private targets are forbidden', async () => {
    const strict = new HttpsWebhookSender({ privateTargets: false, answerMs: 400 });
    expect(await strict.send(message())).toMatchObject({ statusCode: null, error: 'target-refused' });
    expect(receiver.messages).toEqual([]);
    strict.close();
  });
});
