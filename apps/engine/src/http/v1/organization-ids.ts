import type { ChangedOrganizationAnswer as OrganizationCommandAnswer } from '@kith/application';
import { refuse } from '@kith/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IfMatch } from '../if-match';
import { Idempotent, Problems } from '../openapi';
import type { ProblemCode } from '../problems';
import { uuidOf } from '../queries';
import { etagOf } from './end-user-ids';
import type { ChangedOrganizationAnswer } from './organization-answers.dto';

/** Describes what an answer can be followed up with. */
export const etagHeader = {
  description: 'To be given as `If-Match`.',
  schema: { type: 'string' },
  example: '"01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.4711"',
} as const;

/** Describes the id in the path. */
export const OrganizationId = () =>
  applyDecorators(ApiParam({ name: 'id', description: 'Of the organization.', example: '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a' }));

/** Describes a change of the organization that the path names, which can be made a condition of what was seen. @param further refusals */
export const ChangesOrganization = (...further: readonly ProblemCode[]) =>
  applyDecorators(
    OrganizationId(),
    Idempotent(),
    IfMatch('organization'),
    Problems('request-invalid', 'organization-not-found', 'organization-deleted', 'organization-merged', 'merge-in-progress', 'state-changed', ...further),
  );

/** The organization that the path names. @throws Refusal `organization-not-found` for what is no UUID: none has such an id */
export const organizationIdOf = (text: string): string => uuidOf(text) ?? refuse('organization-not-found');

/** What was changed, with the `ETag` that it has since; none is told when it was so already. */
export function changedOrganization(reply: FastifyReply, { organizationId, canonicalId, position }: OrganizationCommandAnswer): ChangedOrganizationAnswer {
  if (position !== null) void reply.header('etag', etagOf(canonicalId, position));
  return { id: organizationId, canonicalId };
}
