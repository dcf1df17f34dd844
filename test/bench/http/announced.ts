import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Tells whoever started this process where it listens, and ends with them. */
export function announced(server: Server): void {
  process.on('disconnect', () => process.exit(1));
  process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
}
