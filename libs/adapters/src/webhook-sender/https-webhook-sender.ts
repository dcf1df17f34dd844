import { type Agent, type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type WebhookAnswer, type WebhookMessage, WebhookSender } from '@kith/application';
import { Webhook as Signer } from 'standardwebhooks';
import { AnswerTimeout, deliveryError, retryAfter } from './delivery-error';
import { guardedLookup, type Resolve, systemResolve, TargetRefused } from './guarded-lookup';
import { hostOf, isPublicAddress, notPublic, whyNotTarget } from './target';

export interface WebhookSenderOptions {
  /** Receivers on this machine and its networks, and http://, are allowed. */
  readonly privateTargets: boolean;
  /** How names are resolved. */
  readonly resolve?: Resolve;
  /** How long a receiver may take to answer, all in all; milliseconds. */
  readonly answerMs?: number;
}

/** What of an answer's body is read; its end frees the connection for the next message. */
const maxAnswerBytes = 4_096;
/** How long the names of a new receiver may take to resolve before it is taken unchecked: it is checked when connecting. */
const resolveMs = 2_000;
const [maxSockets, maxFreeSockets, idleMs] = [8, 2, 30_000];

/** Sends by HTTPS, to the public network only unless told otherwise. Redirects are not followed. */
export class HttpsWebhookSender extends WebhookSender {
  private readonly agents = new Map<string, Agent>();
  private readonly privateTargets: boolean;
  private readonly resolve: Resolve;
  private readonly answerMs: number;

  constructor({ privateTargets, resolve = systemResolve, answerMs = 15_000 }: WebhookSenderOptions) {
    super();
    this.privateTargets = privateTargets;
    this.resolve = resolve;
    this.answerMs = answerMs;
  }

  override async whyRefused(url: string): Promise<string | undefined> {
    const reason = whyNotTarget(url, this.privateTargets);
    if (reason !== undefined || this.privateTargets) return reason;
    const addresses = await within(resolveMs, this.resolve(hostOf(new URL(url))));
    return addresses?.some(({ address }) => !isPublicAddress(address)) ? notPublic : undefined;
  }

  override async send(message: WebhookMessage, signal?: AbortSignal): Promise<WebhookAnswer> {
    const began = performance.now();
    const answer = (statusCode: number | null, error: WebhookAnswer['error'], retryAfterMs: number | null = null): WebhookAnswer => ({
      statusCode,
      error,
      durationMs: Math.round(performance.now() - began),
      retryAfterMs,
    });
    try {
      const { statusCode = 0, headers } = await this.answered(message, signal);
      const redirected = statusCode >= 300 && statusCode < 400;
      return answer(statusCode, redirected ? 'redirected' : null, retryAfter(headers['retry-after'], Date.now()));
    } catch (error) {
      signal?.throwIfAborted();
      return answer(null, deliveryError(error));
    }
  }

  override forget(webhookId: string): void {
    for (const scheme of ['http:', 'https:']) {
      this.agents.get(scheme + webhookId)?.destroy();
      this.agents.delete(scheme + webhookId);
    }
  }

  override close(): void {
    for (const agent of this.agents.values()) agent.destroy();
    this.agents.clear();
  }

  /** A connection that was kept may have been closed at the other end meanwhile: that says nothing of the receiver. */
  private async answered(message: WebhookMessage, signal: AbortSignal | undefined): Promise<IncomingMessage> {
    const deadline = AbortSignal.timeout(this.answerMs);
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    for (;;) {
      const sent = { reused: false };
      try {
        return await this.once(message, either, sent);
      } catch (error) {
        if (deadline.aborted && !signal?.aborted) throw new AnswerTimeout('no answer in time');
        const closed = ['ECONNRESET', 'EPIPE'].includes(String((error as NodeJS.ErrnoException).code));
        if (!(sent.reused && closed)) throw error;
      }
    }
  }

  private once(message: WebhookMessage, signal: AbortSignal, sent: { reused: boolean }): Promise<IncomingMessage> {
    // The configuration may be another one than when the webhook was made.
    if (whyNotTarget(message.url, this.privateTargets) !== undefined) throw new TargetRefused('the target is refused');
    const url = new URL(message.url);
    return new Promise((resolve, reject) => {
      const request = this.request(url, message.webhookId, signal, headersOf(message));
      request.on('error', (error) => {
        sent.reused = request.reusedSocket;
        reject(error);
      });
      request.on('response', (response) => {
        drain(response);
        resolve(response);
      });
      request.end(message.body);
    });
  }

  private request(url: URL, webhookId: string, signal: AbortSignal, headers: Record<string, string | number>): ClientRequest {
    const options: RequestOptions = {
      protocol: url.protocol,
      hostname: hostOf(url),
      port: url.port,
      path: url.pathname + url.search,
      method: 'POST',
      agent: this.agentOf(url.protocol, webhookId),
      headers: { ...headers, host: url.host },
      signal,
      ...(!this.privateTargets && { lookup: guardedLookup(this.resolve) }),
    };
    return url.protocol === 'https:' ? httpsRequest(options) : httpRequest(options);
  }

  private agentOf(protocol: string, webhookId: string): Agent {
    const known = this.agents.get(protocol + webhookId);
    if (known) return known;
    const options = { keepAlive: true, maxSockets, maxFreeSockets, timeout: idleMs };
    const made = protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
    this.agents.set(protocol + webhookId, made);
    return made;
  }
}

/** The headers of a message (Standard Webhooks 1.0; CloudEvents HTTP binding 1.0.2, 3.2). */
const headersOf = ({ id, at, body, secrets }: WebhookMessage): Record<string, string | number> => ({
  'content-type': 'application/cloudevents+json; charset=utf-8',
  'content-length': Buffer.byteLength(body),
  'user-agent': 'Kith-Webhooks/1',
  'webhook-id': id,
  'webhook-timestamp': Math.floor(at / 1_000),
  'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, new Date(at), body)).join(' '),
});

/** Reads the little that may come; what says more is cut off. */
function drain(response: IncomingMessage): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) response.destroy();
  });
  response.on('error', () => undefined);
}

/** Undefined when it fails or takes too long. */
function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    work.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}
