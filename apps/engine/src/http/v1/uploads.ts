import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  type DataKey,
  EventStore,
  EventStoreUnavailable,
  type FileDescription,
  Identifiers,
  type ImportAnswer,
  ImportFiles,
  ImportFileUnreadable,
  ImportReader,
  Keys,
  KeyVault,
  NewIds,
  PersonalData,
  type SaidOfFile,
} from '@kith/application';
import { type CommandContext, type ImportedFile, type ImportStarted, type Recorded, Refusal, refuse, StartImport, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Admission } from '../admission';
import { callerOf } from '../command-context';
import { CommandsInProgress } from '../in-progress';
import { HttpProblem } from '../problems';
import type { ImportRequest } from './import-request';

/** How long an upload may rest before its connection is cut. Milliseconds. */
const maxRestMs = 5 * 60_000;
/** How long a client that is still sending is left to read its answer. Milliseconds. */
const lingerMs = 2_000;
/** The most that a file may take, in bytes. */
const maxFileBytes = 16 * 1024 ** 3;

/** Takes files of imports: stored and understood before anything is told to have begun. */
@Injectable()
export class Uploads {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(NewIds) private readonly newIds: NewIds,
    @Inject(ImportFiles) private readonly files: ImportFiles,
    @Inject(ImportReader) private readonly reader: ImportReader,
  ) {}

  /**
   * Begins the import of the file that the request brings, or finds the one that it began before. Of an upload that breaks off nothing is left.
   * @throws Refusal `import-file-unreadable`, `import-columns-unknown`, `idempotency-key-reused`, `command-in-progress`; HttpProblem `body-too-large`
   */
  async begin(request: FastifyRequest, reply: FastifyReply, context: CommandContext, asked: ImportRequest): Promise<ImportAnswer> {
    try {
      if (Number(request.headers['content-length'] ?? 0) > maxFileBytes) throw tooLarge();
      return await this.inProgress.once(context, () => this.beginOnce(context, asked, this.uploadOf(request)));
    } catch (error) {
      if (!request.raw.complete) leaveUnread(request, reply);
      throw error;
    }
  }

  private async beginOnce(context: CommandContext, asked: ImportRequest, upload: AsyncIterable<Uint8Array>): Promise<ImportAnswer> {
    const { tenant, client, idempotencyKey } = context;
    const ids = await this.identifiers.of(tenant);
    const importId = ids.importJob(idempotencyKey === undefined ? this.newIds.next() : ids.command(client, idempotencyKey));
    const before = idempotencyKey === undefined ? undefined : await this.startOf(tenant, importId);
    if (before) return this.again(context, importId, asked, before, upload);
    const key = await this.vault.lease();
    const { bytes, sha256 } = await this.files.store(importId, key, upload);
    const answer = await this.startStored(context, importId, asked, key, { bytes, digest: ids.importedFile(sha256) });
    // Where another process was first, with the same file, what is stored here is nobody's.
    if ((await this.startOf(tenant, importId))?.keyId !== key.id) await this.files.remove(importId);
    return answer;
  }

  /** Once it has begun the file is its own: only an import that has certainly not begun leaves nothing. */
  private async startStored(
    context: CommandContext,
    importId: string,
    asked: ImportRequest,
    key: DataKey,
    stored: Pick<ImportedFile, 'bytes' | 'digest'>,
  ): Promise<ImportAnswer> {
    try {
      const { unknown, ...description } = await this.described(importId, key, asked.said);
      if (unknown.length > 0)
        refuse('import-columns-unknown', 'Say in `mapping` what these columns are, or leave them out with `unknownColumns=ignore`.', { columns: unknown });
      return await this.start(context, importId, asked, { ...description, ...stored }, key.id);
    } catch (error) {
      if (error instanceof Refusal || error instanceof EventStoreUnavailable) await this.files.remove(importId);
      throw error;
    }
  }

  /** The import that this key began before, when it was the same file. The columns are as they were understood then. */
  private async again(
    context: CommandContext,
    importId: string,
    asked: ImportRequest,
    { data, keyId = '' }: Recorded<ImportStarted>,
    upload: AsyncIterable<Uint8Array>,
  ): Promise<ImportAnswer> {
    const digest = createHash('sha256');
    let bytes = 0;
    for await (const chunk of upload) {
      digest.update(chunk);
      bytes += chunk.length;
    }
    const ids = await this.identifiers.of(context.tenant);
    const { format, encoding, delimiter, columns } = data;
    const { fileName } = asked.said;
    const file = { format, encoding, delimiter, columns, bytes, digest: ids.importedFile(digest.digest('hex')), ...(fileName !== undefined && { fileName }) };
    return this.start(context, importId, asked, file, keyId);
  }

  private start(context: CommandContext, importId: string, { mode, dryRun }: ImportRequest, file: ImportedFile, keyId: string): Promise<ImportAnswer> {
    return this.commands.execute<StartImport, ImportAnswer>(new StartImport(context, importId, mode, dryRun, file, keyId));
  }

  private async startOf(tenant: string, importId: string): Promise<Recorded<ImportStarted> | undefined> {
    const [first] = await this.store.readStream(streamOf.import(tenant, importId), { limit: 1 });
    return first && ((await this.personal.open(first)) as Recorded<ImportStarted>);
  }

  private async described(importId: string, key: DataKey, said: SaidOfFile): Promise<FileDescription> {
    try {
      return await this.reader.describe(this.files.read(importId, key), said);
    } catch (error) {
      if (error instanceof ImportFileUnreadable) refuse('import-file-unreadable', error.message, { reason: error.code });
      throw error;
    }
  }

  /** The body, until the engine stops, its key ends, it is too large, or nothing comes for too long. */
  private async *uploadOf(request: FastifyRequest): AsyncGenerator<Uint8Array> {
    const body = request.body as Readable;
    const cut = (problem: HttpProblem) => body.destroy(problem);
    const onStop = () => cut(new HttpProblem('stopping', 'The engine is stopping: send the file again, to another instance or later.'));
    const forgetKey = this.keys.onEnd(callerOf(request), () => cut(new HttpProblem('unauthenticated', 'The key is no longer valid.')));
    const { socket } = request.raw;
    const onRest = () => cut(new HttpProblem('request-malformed', 'Nothing came for too long.'));
    const { closing } = this.admission;
    socket.setTimeout(maxRestMs).on('timeout', onRest);
    closing.addEventListener('abort', onStop);
    let bytes = 0;
    try {
      // Whoever stops reading still has to answer on this connection.
      for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > maxFileBytes) throw tooLarge();
        yield chunk;
      }
    } catch (error) {
      throw error instanceof HttpProblem ? error : new HttpProblem('request-malformed', 'The upload broke off.');
    } finally {
      socket.setTimeout(0).off('timeout', onRest);
      closing.removeEventListener('abort', onStop);
      forgetKey();
    }
  }
}

const tooLarge = () => new HttpProblem('body-too-large', `A file has at most ${maxFileBytes} bytes.`);

/** A client that is still sending gets its answer and some time to read it; nobody stores what it goes on sending. */
function leaveUnread({ raw }: FastifyRequest, reply: FastifyReply): void {
  void reply.header('connection', 'close');
  if (raw.destroyed) return;
  raw.resume();
  const timer = setTimeout(() => raw.destroy(), lingerMs);
  raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}
