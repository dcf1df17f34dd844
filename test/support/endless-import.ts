import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for an engine whose import does not end: it tells how far that is, and then nothing more. */
export async function endlessImport(): Promise<{ url: string; end(): void }> {
  const progress = { id: 'i', status: 'running', rows: 1_500, bytes: 4_000, bytesRead: 1_000, rowsPerSecond: 500, secondsLeft: 6, refused: 2 };
  const server = createServer((request, answer) => {
    if (!request.url?.endsWith('/events')) return answer.end('{}');
    answer.writeHead(200, { 'content-type': 'text/event-stream' });
    return answer.write(`id: 7\nevent: progress\ndata: ${JSON.stringify(progress)}\n\n`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const end = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, end };
}
