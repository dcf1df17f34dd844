import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { ProposedEvent } from './records';

/** An event on the wire: both append methods have a class of this shape. */
interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(name: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

/** A proposed event that the server would not take; `property` names what is missing. */
export class InvalidProposal extends Error {
  override readonly name = 'InvalidProposal';
  constructor(readonly property: string) {
    super(`an event without a usable ${property}`);
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What an append wants to store. @throws InvalidProposal */
export function proposedEvent(message: ProposedMessage): ProposedEvent {
  const metadata = message.getMetadataMap();
  const type = metadata.get('type');
  if (type === undefined) throw new InvalidProposal('type');
  const contentType = metadata.get('content-type');
  if (contentType === undefined) throw new InvalidProposal('content-type');
  const id = uuidText(message.getId());
  if (!uuid.test(id)) throw new InvalidProposal('id');
  return {
    id: id.toLowerCase(),
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** The text of an id in either of its forms; empty when there is none. */
export function uuidText(id: UUID | undefined): string {
  const bits = id?.getStructured();
  if (bits === undefined) return id?.getString() ?? '';
  const half = (value: string): string => BigInt.asUintN(64, BigInt(value)).toString(16).padStart(16, '0');
  const digits = half(bits.getMostSignificantBits()) + half(bits.getLeastSignificantBits());
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}

/** The name in a stream identifier. */
export function streamName(identifier: StreamIdentifier | undefined): string {
  return identifier === undefined ? '' : Buffer.from(identifier.getStreamName_asU8()).toString('utf8');
}
