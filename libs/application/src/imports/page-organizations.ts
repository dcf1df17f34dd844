import { CreateOrganization, Refusal } from '@kith/domain';
import type { CreateOrganizationHandler } from '../organization/create-organization';
import type { NameClaims } from '../organization/name-claims';
import { type ImportUnderWay, rowContext, rowWord } from './import-word';
import type { RowOrganization, UnderstoodRow } from './understood-row';

/** An organization that a row makes its end user a member of. */
export interface PlannedOrganization extends RowOrganization {
  readonly organizationId: string;
  /** Nobody has the name yet: the row creates it under this id. */
  readonly isNew: boolean;
  /** It is, or will be, this row's: the row counts it. */
  readonly isOwn: boolean;
}

/** What creates organizations, and finds them by their names. */
export interface OrganizationPorts {
  readonly names: NameClaims;
  readonly creating: CreateOrganizationHandler;
}

/**
 * The organizations that a page of rows names, each looked up once: one that is deleted meanwhile lets its members out by itself. Rows that name
 * one that is missing are applied one after the other, so that the first of them creates it.
 */
export class PageOrganizations {
  private readonly known = new Map<string, string | undefined>();

  constructor(
    private readonly ports: OrganizationPorts,
    private readonly run: ImportUnderWay,
  ) {}

  async lookUp(rows: readonly UnderstoodRow[]): Promise<void> {
    for (const { organizations } of rows) for (const { key } of organizations) if (!this.known.has(key)) await this.find(key);
  }

  /** Those that nobody has, by their folded names. */
  missing({ organizations }: UnderstoodRow): readonly string[] {
    return organizations.filter(({ key }) => this.known.get(key) === undefined).map(({ key }) => key);
  }

  /** The organizations of a row that was looked up. */
  planned({ row, organizations }: UnderstoodRow): readonly PlannedOrganization[] {
    return organizations.map((one) => {
      const own = this.run.ids.organization(rowWord(this.run, row, this.whatOf(one.key)).commandId);
      const known = this.known.get(one.key);
      return { ...one, organizationId: known ?? own, isNew: known === undefined, isOwn: known === undefined || known === own };
    });
  }

  /** Creates those that are new. @returns false when somebody else was first: then the row is to be looked at again */
  async create(row: number, planned: readonly PlannedOrganization[]): Promise<boolean> {
    let isAsPlanned = true;
    for (const { name, key } of planned.filter(({ isNew }) => isNew)) {
      try {
        const { organizationId } = await this.ports.creating.execute(new CreateOrganization(rowContext(this.run, row, this.whatOf(key)), 'import', { name }));
        this.known.set(key, organizationId);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'organization-name-taken') throw error;
        await this.find(key);
        isAsPlanned = false;
      }
    }
    return isAsPlanned;
  }

  private async find(key: string): Promise<void> {
    this.known.set(key, await this.ports.names.settled(this.run.tenant, this.run.ids.organizationName(key)));
  }

  private readonly whatOf = (key: string): string => `organization.${this.run.ids.organizationName(key)}`;
}
