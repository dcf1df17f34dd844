import { parseArgs } from 'node:util';
import { Control } from './control';
import { EventStoreDbFixture } from './fixture';

/** The fixture as a process of its own, so that several engines can share it. It ends with SIGTERM, SIGINT, or its parent: keep its stdin open. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      nodes: { type: 'string', default: '1' },
      'no-system-events': { type: 'boolean', default: false },
      'unary-only': { type: 'boolean', default: false },
    },
  });
  const options = { systemEvents: !values['no-system-events'], unaryOnly: values['unary-only'] };
  const nodes = Number(values.nodes);
  const fixture = nodes > 1 ? await EventStoreDbFixture.cluster(nodes, options) : await EventStoreDbFixture.start({ ...options, port: Number(values.port) });
  const control = await Control.open(fixture);
  process.stdout.write(`fixture listening on ${fixture.url}\ncontrol on ${control.url}\n`);
  const end = (): void => {
    control.close();
    void fixture.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.stdin.resume();
  process.stdin.once('close', end);
  process.stdin.once('error', end);
}

void main();
