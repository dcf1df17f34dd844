/**
 * Names of streams (permanent): category, dash, tenant, dot, id. They hold no personal data:
 * where the identity is an address or a foreign id, the id is a digest made by the application.
 */
export const streamOf = {
  endUser: (tenant: string, endUserId: string) => `endUser-${tenant}.${endUserId}`,
  contactPoint: (tenant: string, digest: string) => `contactPoint-${tenant}.${digest}`,
  interaction: (tenant: string, digest: string) => `interaction-${tenant}.${digest}`,
  organization: (tenant: string, organizationId: string) => `organization-${tenant}.${organizationId}`,
  organizationName: (tenant: string, digest: string) => `organizationName-${tenant}.${digest}`,
  ticket: (tenant: string, digest: string) => `ticket-${tenant}.${digest}`,
  membershipSweep: (tenant: string, sweepId: string) => `membershipSweep-${tenant}.${sweepId}`,
  retentionRun: (tenant: string, runId: string) => `retentionRun-${tenant}.${runId}`,
  import: (tenant: string, importId: string) => `import-${tenant}.${importId}`,
  settings: (tenant: string) => `settings-${tenant}`,
  tenant: (tenant: string) => `tenant-${tenant}`,
  webhook: (tenant: string, webhookId: string) => `webhook-${tenant}.${webhookId}`,
  apiKey: (keyId: string) => `apiKey-${keyId}`,
} as const;

/** The id behind category and tenant: the end user's id, or the digest of a contact point or interaction. */
export const idInStream = (stream: string): string => stream.slice(stream.indexOf('.') + 1);

/** What a tenant may be called. */
export const tenantPattern = /^[a-z0-9_]{1,32}$/;
