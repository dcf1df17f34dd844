import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** One connection to a server, one request after the other, each timed from its sending to the end of its answer. */
export class PatientClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** @throws Error with the answer on anything but 2xx */
  call<Body>(method: 'GET' | 'POST', path: string, body?: object): Promise<{ readonly ms: number; readonly body: Body }> {
    const content = body && JSON.stringify(body);
    const headers = { authorization: `Bearer ${this.key}`, ...(content !== undefined && { 'content-type': 'application/json' }) };
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(this.url + path, { method, agent: this.agent, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.once('error', reject).once('end', () => {
          const ms = performance.now() - began;
          if (Math.floor((answer.statusCode ?? 0) / 100) === 2) resolve({ ms, body: JSON.parse(text) as Body });
          else reject(new Error(`${method} ${path} was answered ${answer.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      sent.once('error', reject).end(content);
    });
  }

  /** Waits until a server that has just been started is ready to serve: its threads come up after it listens. */
  async ready(): Promise<void> {
    for (;;) {
      const { status } = await fetch(`${this.url}/health/ready`);
      if (status === 200) return;
      await pause(100);
    }
  }

  async close(): Promise<void> {
    this.agent.destroy();
  }
}
