import { type CommandContext, StartRetentionRun } from '@kith/domain';
import { instant } from '../fields';
import type { StartRetentionRunDto, WithoutContactDto } from './retention-runs.dto';

/** The time as RFC 3339 UTC: it was judged before. */
export const sinceOf = ({ withoutContactSince }: WithoutContactDto): string => instant(withoutContactSince) ?? withoutContactSince;

/** The run as the command starts it. */
export const retentionOf = (context: CommandContext, body: StartRetentionRunDto): StartRetentionRun =>
  new StartRetentionRun(context, sinceOf(body), body.expected);
