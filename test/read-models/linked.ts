import type { TestLog, Told } from './log';

/** The seal of a profile, as the protocol writes it, whoever else is in the clusters. */
export function sealed(log: TestLog, mergedId: string, survivorId: string, told: Told & { mergeId?: string; reason?: string } = {}): Promise<bigint> {
  const { mergeId = `merge of ${mergedId}`, reason, ...rest } = told;
  const asked = { attemptId: `${mergeId}.1`, mergeId, named: { survivorId, mergedId }, ...(reason !== undefined && { reason }) };
  return log.endUser(mergedId, 'EndUserMerged', { ...asked, survivorId, members: [mergedId], differentFrom: [] }, rest);
}

/** The end of such a merge. */
export function unsealed(log: TestLog, mergedId: string, told: Told & { mergeId?: string; reason?: string } = {}): Promise<bigint> {
  const { mergeId = `merge of ${mergedId}`, reason, ...rest } = told;
  return log.endUser(mergedId, 'EndUserUnmerged', { mergeId, members: [mergedId], differentFrom: [], ...(reason !== undefined && { reason }) }, rest);
}
