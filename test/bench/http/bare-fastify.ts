import { fastify } from 'fastify';
import { announced } from './announced';
import { BareLookup } from './bare-lookup';

/** Fastify with one route: the prepared read, no key check. */
async function main(): Promise<void> {
  const lookup = new BareLookup(process.argv[2] ?? '');
  const app = fastify();
  app.get<{ Params: { channel: string; value: string } }>('/v1/contact-points/:channel/:value', (request, reply) => {
    const found = lookup.find(request.params.channel, request.params.value);
    if (found) reply.send(found);
    else reply.code(404).send();
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  announced(app.server);
}

void main();
