import type { RetentionRunAnswer } from '@kith/application';
import { CancelRetentionRun, type Role } from '@kith/domain';
import { type CommandKind, kind } from './command-kind';
import { CancelRetentionRunData, StartRetentionRunDto } from './retention-runs.dto';
import { retentionOf } from './retention-wire';

const roles: readonly Role[] = ['admin', 'operator'];

/** Commands about retention runs. */
export const retentionCommandKinds: readonly CommandKind[] = [
  kind('StartRetentionRun', {
    about: 'Erase every person without contact since a time, as many as the preview told. For the role admin.',
    data: StartRetentionRunDto,
    roles,
    touches: () => ({}),
    command: retentionOf,
    told: ({ runId: id }: RetentionRunAnswer) => ({ status: 201, result: { id } }),
  }),
  kind('CancelRetentionRun', {
    about: 'Erase nobody more by a retention run. For the role admin.',
    data: CancelRetentionRunData,
    roles,
    touches: () => ({}),
    command: (context, { runId }) => new CancelRetentionRun(context, runId.toLowerCase()),
    told: (_: RetentionRunAnswer) => ({ status: 204, result: null }),
  }),
];
