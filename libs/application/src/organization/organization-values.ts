import {
  ChangeOrganizationDetails,
  type Marks,
  type OrganizationChanges,
  type OrganizationProfile,
  type OrganizationRenaming,
  type OrganizationValue,
  RenameOrganization,
  type ValuesGiven,
} from '@kith/domain';
import { markedIn, plainSlots } from '../end-user/marks';
import type { DataKey } from '../key-vault';

/** The values of an organization beside its custom fields. */
const plainValues = ['name', 'externalId', 'details', 'notes'] as const satisfies readonly OrganizationValue[];

/** What an organization was created with, as far as it can still be read. */
export type Born = Partial<OrganizationProfile>;

/** The step that makes it say this. */
export function detailsStep(tenant: string, organizationId: string, changes: OrganizationChanges, key: DataKey, born: Born): ChangeOrganizationDetails {
  const given = marked(key, changes, born);
  return new ChangeOrganizationDetails(tenant, organizationId, changes, given.values, given.born, given.plainSlots);
}

/** The step that gives it another name, and makes it say what else the command said. */
export function renameStep(
  tenant: string,
  organizationId: string,
  { name, changes }: OrganizationRenaming,
  nameId: string,
  key: DataKey,
  born: Born,
): RenameOrganization {
  const details = detailsStep(tenant, organizationId, changes, key, born);
  return new RenameOrganization(tenant, organizationId, name, nameId, marked(key, { name }, born), details);
}

const marked = (key: DataKey, changes: Parameters<typeof markedIn<OrganizationValue>>[2], born: Born): ValuesGiven<OrganizationValue> => ({
  values: markedIn(key, plainValues, changes),
  born: bornMarks(key, born),
  plainSlots: plainSlots(key, plainValues),
});

const bornMarks = (key: DataKey, born: Born): Marks => Object.fromEntries(markedIn(key, plainValues, born).map(({ slot, mark }) => [slot, mark]));
