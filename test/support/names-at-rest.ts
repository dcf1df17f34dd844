import type { StoredEvent } from '@kith/application';
import { idInStream, organization, organizationName } from '@kith/domain';
import { states } from './explored-engine';

/** What is wrong with the names of organizations once everything was reacted to: who lives holds its name, and who holds a name lives and is called so. */
export function wrongNames(log: readonly StoredEvent[]): string | undefined {
  const [all, held] = [states(log, 'organization', organization), states(log, 'organizationName', organizationName)];
  for (const [id, { status, nameId }] of all)
    if (status === 'active' && held.get(nameId ?? '')?.holder?.organizationId !== id) return `${id} is called what it does not hold`;
  for (const [nameId, { holder }] of held) {
    const its = holder && all.get(holder.organizationId);
    if (holder && !(its?.status === 'active' && its.nameId === nameId)) return `${holder.organizationId} holds a name that is not its own`;
  }
  return undefined;
}

/** What is wrong as the log goes on: who comes to be called something is the only living organization that is. */
export function sharedName(log: readonly StoredEvent[]): string | undefined {
  const called = new Map<string, unknown>();
  for (const { type, stream, data, position } of log) {
    const id = idInStream(stream);
    if (type === 'OrganizationDeleted') called.delete(id);
    if (type !== 'OrganizationCreated' && type !== 'OrganizationRenamed') continue;
    const other = [...called].find(([one, nameId]) => one !== id && nameId === data.nameId);
    if (other) return `from ${position} on ${other[0]} and ${id} have one name`;
    called.set(id, data.nameId);
  }
  return undefined;
}
