import { randomUUID } from 'node:crypto';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { BatchAppendReq, type BatchAppendResp, ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { credentials } from '@grpc/grpc-js';
import { Empty as WellKnownEmpty } from 'google-protobuf/google/protobuf/empty_pb';

/** Types of the events that the server finds in $all with a filter in the request, which the client's own `readAll` leaves out. */
export async function filteredReadAll(url: string, typePattern: string): Promise<readonly string[]> {
  const options = new ReadReq.Options()
    .setAll(new ReadReq.Options.AllOptions().setStart(new Empty()))
    .setCount('1000')
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()))
    .setFilter(new ReadReq.Options.FilterOptions().setEventType(new ReadReq.Options.FilterOptions.Expression().setRegex(typePattern)).setCount(new Empty()));
  const client = new StreamsClient(new URL(url).host, credentials.createInsecure());
  const types: string[] = [];
  try {
    for await (const answer of client.read(new ReadReq().setOptions(options)) as AsyncIterable<ReadResp>) {
      types.push(answer.getEvent()?.getEvent()?.getMetadataMap().get('type') ?? '');
    }
    return types;
  } finally {
    client.close();
  }
}

/** Appends one event and answers how many replies came within so many milliseconds: the client's own code dies of a second one. */
export async function repliesToOneAppend(url: string, withinMs: number): Promise<number> {
  const event = new BatchAppendReq.ProposedMessage().setId(new UUID().setString(randomUUID())).setData(Buffer.from('{}'));
  event.getMetadataMap().set('type', 'SomethingHappened').set('content-type', 'application/json');
  const options = new BatchAppendReq.Options()
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(`raw-${randomUUID()}`)))
    .setNoStream(new WellKnownEmpty());
  const client = new StreamsClient(new URL(url).host, credentials.createInsecure());
  const call = client.batchAppend();
  let replies = 0;
  call.on('data', (_: BatchAppendResp) => {
    replies += 1;
  });
  call.on('error', () => undefined);
  call.write(new BatchAppendReq().setCorrelationId(new UUID().setString(randomUUID())).setOptions(options).setProposedMessagesList([event]).setIsFinal(true));
  await new Promise((resolve) => setTimeout(resolve, withinMs));
  call.cancel();
  client.close();
  return replies;
}
