import { DatabaseSync } from 'node:sqlite';
import { tenant } from '../fill/fill-log';

/** Slots of a quarter of an hour in a day, as reports count them. */
const perDay = 96;
const dayOf = (time: string): number => Math.floor(Date.parse(time) / 86_400_000);

/**
 * The same answers as a hand-written program would make them of the same tables: one prepared statement for each part, the rows as they
 * come, and nothing that merges, unmerges, other time zones or further pages would need.
 */
export class RawDesk {
  private readonly db: DatabaseSync;
  private readonly statements;

  constructor(file: string) {
    this.db = new DatabaseSync(file, { readOnly: true });
    const statement = (text: string) => this.db.prepare(text);
    this.statements = {
      organization: statement('SELECT * FROM organization WHERE tenant = ? AND id = ?'),
      domains: statement('SELECT domain, subdomains, precedence FROM organization_domain WHERE tenant = ? AND organization_id = ?'),
      size: statement('SELECT people FROM organization_size WHERE tenant = ? AND organization_id = ?'),
      members: statement(`SELECT u.id, u.name, u.status, m.last_interaction_at, j.cause, j.since FROM organization_member m
        JOIN end_user u ON u.number = m.number JOIN end_user_organization j ON j.tenant = m.tenant AND j.end_user_id = u.id AND j.organization_id = m.organization_id
        WHERE m.tenant = ? AND m.organization_id = ? ORDER BY m.last_interaction_at DESC, m.number DESC LIMIT 20`),
      points: statement('SELECT channel, value FROM end_user_contact_point WHERE tenant = ? AND end_user_id = ?'),
      unsolved: statement('SELECT count(*) AS n FROM ticket WHERE tenant = ? AND organization_id = ? AND done = 0'),
      newest:
        statement(`SELECT t.id, t.source, t.source_id, t.requester_id, h.name, t.subject, t.status, t.status_at, t.queue, t.priority, t.assignee, t.rule, t.opened_at
        FROM ticket t LEFT JOIN holder h ON h.tenant = t.tenant AND h.id = t.requester_id
        WHERE t.tenant = ? AND t.organization_id = ? AND t.done = 0 ORDER BY t.opened_at DESC, t.opened_position DESC LIMIT ?`),
      tickets:
        statement(`SELECT t.id, t.source, t.source_id, t.requester_id, h.name, t.subject, t.status, t.status_at, t.queue, t.priority, t.assignee, t.rule, t.opened_at
        FROM ticket t LEFT JOIN holder h ON h.tenant = t.tenant AND h.id = t.requester_id
        WHERE t.tenant = ? AND t.organization_id = ? ORDER BY t.opened_at DESC, t.opened_position DESC LIMIT ?`),
      interactions:
        statement(`SELECT e.interaction_id, e.occurred_at, e.channel, e.via, e.direction, e.summary, e.outcome, h.id, h.name FROM organization_interaction o
        JOIN timeline_entry e ON e.tenant = o.tenant AND e.end_user_id = o.end_user_id AND e.occurred_at = o.occurred_at AND e.position = o.position
        JOIN holder h ON h.tenant = o.tenant AND h.id = o.end_user_id
        WHERE o.tenant = ? AND o.organization_id = ? ORDER BY o.occurred_at DESC, o.position DESC LIMIT 20`),
      days: statement(
        `SELECT at, measure, sum(n) AS n FROM report_count WHERE tenant = ? AND organization_id = ? AND grain = 'day' AND at >= ? AND at < ? GROUP BY at, measure`,
      ),
      months: statement(
        `SELECT at, grain, measure, value, n FROM report_count WHERE tenant = ? AND organization_id = ? AND grain IN ('month', 'standing-month') AND at >= ? AND at < ?`,
      ),
      before: statement(
        `SELECT measure, sum(n) AS n FROM report_count WHERE tenant = ? AND organization_id = ? AND grain = 'standing-month' AND at < ? GROUP BY measure`,
      ),
      activeInAll: statement(
        `SELECT coalesce(sum(n), 0) AS n FROM report_gap WHERE tenant = ? AND organization_id = ? AND unit = 'month' AND at >= ? AND at < ? AND gap > at - ?`,
      ),
      newcomers: statement(
        `SELECT count(*) AS n FROM report_first WHERE tenant = ? AND organization_id = ? AND first_slot >= ? AND first_slot < ? AND here_slot < ?`,
      ),
      merges: statement(`SELECT kind, count(*) AS n FROM report_merge WHERE tenant = ? AND organization_id = ? AND slot >= ? AND slot < ? GROUP BY kind`),
    };
  }

  page(organizationId: string, now: string) {
    const of = [tenant, organizationId] as const;
    const { statements } = this;
    const members = statements.members.all(...of).map((row) => ({ ...row, channels: statements.points.all(tenant, String(row.id)) }));
    return {
      organization: statements.organization.get(...of),
      domains: statements.domains.all(...of),
      size: statements.size.get(...of)?.people,
      members,
      unsolved: statements.unsolved.get(...of)?.n,
      newest: statements.newest.all(...of, 20),
      interactions: statements.interactions.all(...of),
      activity: statements.days.all(...of, dayOf(now) - 29, dayOf(now) + 1),
    };
  }

  tickets(organizationId: string, limit: number) {
    return this.statements.tickets.all(tenant, organizationId, limit);
  }

  /** Of so many months in UTC from this one on. */
  report(organizationId: string, year: number, month: number, months: number) {
    const of = [tenant, organizationId] as const;
    const first = (year - 1970) * 12 + month;
    const slot = (n: number) => (Date.UTC(1970, n, 1) / 86_400_000) * perDay;
    const { statements } = this;
    const heard = (from: number, to: number) => statements.newcomers.get(...of, slot(from), slot(to), slot(to))?.n;
    return {
      counts: statements.months.all(...of, first, first + months),
      before: statements.before.all(...of, first),
      active: Array.from({ length: months }, (_, i) => statements.activeInAll.get(...of, first + i, first + i + 1, first + i)?.n),
      activeInAll: statements.activeInAll.get(...of, first, first + months, first)?.n,
      newcomers: Array.from({ length: months }, (_, i) => heard(first + i, first + i + 1)),
      newInAll: heard(first, first + months),
      merges: statements.merges.all(...of, slot(first), slot(first + months)),
    };
  }

  close(): void {
    this.db.close();
  }
}
