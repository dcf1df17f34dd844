import type { Metadata } from '@grpc/grpc-js';
import type { Node } from './node';

/** Whether the client wants nobody but the leader to handle the call. */
export function requiresLeader(metadata: Metadata): boolean {
  return metadata.get('requires-leader')[0] === 'true';
}

/** Keeps the name of a connection for tests to see. */
export function noteName(node: Node, metadata: Metadata): void {
  const [name] = metadata.get('connection-name');
  if (name !== undefined) node.connectionNames.add(name.toString());
}
