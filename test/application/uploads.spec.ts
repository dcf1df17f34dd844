import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { CsvParseImportReader, MemoryImportFiles, MemoryKeyVault } from '@kith/adapters';
import { type EventStore, EventStoreUnavailable, Identifiers, type Keys, type PersonalData } from '@kith/application';
import { Refusal } from '@kith/domain';
import type { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../../apps/engine/src/http/admission';
import { CommandsInProgress } from '../../apps/engine/src/http/in-progress';
import { Uploads } from '../../apps/engine/src/http/v1/uploads';
import { asking, CountedIds } from '../support/in-memory-engine';

const away = new EventStoreUnavailable('away');

/** An engine that answers the start of an import, and the look whose file began it, as told; with what it holds of the upload then. */
async function uploaded({ start, look }: { readonly start: () => Promise<unknown>; readonly look: () => Promise<unknown> }) {
  const [vault, files] = [new MemoryKeyVault(), new MemoryImportFiles()];
  await vault.createTenantSecret('acme');
  const uploads = new Uploads(
    { execute: start } as unknown as CommandBus,
    new CommandsInProgress(),
    { closing: new AbortController().signal } as Admission,
    { onEnd: () => () => {} } as unknown as Keys,
    { readStream: look } as unknown as EventStore,
    vault,
    new Identifiers(vault),
    { open: async (event: unknown) => event } as unknown as PersonalData,
    new CountedIds(),
    files,
    new CsvParseImportReader(),
  );
  const socket = Object.assign(new EventEmitter(), { setTimeout: () => socket });
  const request = { headers: {}, caller: {}, body: Readable.from([Buffer.from('name\nAna\n')]), raw: { complete: true, socket } };
  const asked = { mode: 'create', dryRun: false, said: {} } as const;
  const begun = await uploads.begin(request as unknown as FastifyRequest, {} as FastifyReply, asking(), asked).catch((error: unknown) => error);
  return { begun, held: await files.held() };
}
const nothing = async () => [];

it('keeps a file whose import has begun when nobody can be asked any more whose it was', async () => {
  const look = async () => {
    throw away;
  };
  const { begun, held } = await uploaded({ start: async () => ({}), look });
  expect(begun).toBe(away);
  expect(held).toHaveLength(1);
});

it.each([{ error: away }, { error: new Refusal('import-not-found', 'no') }])(
  'keeps nothing of a file whose import has certainly not begun: $error.name',
  async ({ error }) => {
    const start = async () => {
      throw error;
    };
    expect(await uploaded({ start, look: nothing })).toEqual({ begun: error, held: [] });
  },
);

it('keeps a file whose import may have begun', async () => {
  const error = new Error('no answer');
  const start = async () => {
    throw error;
  };
  const { begun, held } = await uploaded({ start, look: nothing });
  expect(begun).toBe(error);
  expect(held).toHaveLength(1);
});

it('keeps nothing where another process was first with the same file', async () => {
  const { begun, held } = await uploaded({ start: async () => ({ importId: 'theirs' }), look: async () => [{ keyId: 'theirs' }] });
  expect([begun, held]).toEqual([{ importId: 'theirs' }, []]);
});
