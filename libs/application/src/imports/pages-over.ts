import type { Clock } from '../clock';
import { Quarantine } from '../contact-point/quarantine';
import { Creations } from '../end-user/creations';
import { EndUserChanges } from '../end-user/end-user-changes';
import type { EventStore } from '../event-store';
import type { HeldPoints } from '../held-points';
import { Identifiers } from '../identifiers';
import type { NewIds } from '../ids';
import type { KeyVault } from '../key-vault';
import { Clusters } from '../merging/clusters';
import { Linking } from '../merging/linking';
import { CreateOrganizationHandler } from '../organization/create-organization';
import { KnownOrganizations } from '../organization/known-organizations';
import { NameClaims } from '../organization/name-claims';
import { PersonalData } from '../personal-data';
import { Runner } from '../run';
import { SettingsReader } from '../settings/settings';
import { ApplyRow } from './apply-row';
import { ApplyPage } from './import-page';
import { RowSight } from './row-sight';

/** The ports that rows are applied to: those of the engine, or those of a dry run. */
export interface PagePorts {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly held: HeldPoints;
  readonly clock: Clock;
  readonly newIds: NewIds;
}

/** What applies rows to these ports. A dry run goes by the same rules, on ports of its own. */
export function pagesOver({ store, vault, held, clock, newIds }: PagePorts): ApplyPage {
  const runner = new Runner(store, clock);
  const identifiers = new Identifiers(vault);
  const personal = new PersonalData(vault);
  const settings = new SettingsReader(runner);
  const clusters = new Clusters(runner);
  const linking = new Linking(runner, clusters, store, vault, personal, clock);
  const creations = new Creations(runner, store, vault, personal, clusters);
  const changes = new EndUserChanges(runner, linking, store, identifiers, vault, personal, held, newIds);
  const quarantine = new Quarantine(clock, creations);
  const organizations = new KnownOrganizations(runner, store, vault, personal);
  const names = new NameClaims(runner, store, vault, personal, organizations);
  const creating = new CreateOrganizationHandler(organizations, names, identifiers, settings, vault, newIds);
  const sight = new RowSight(creations);
  const rows = new ApplyRow({ runner, store, vault, personal, creations, linking, changes, quarantine, held, sight });
  return new ApplyPage({ settings, sight, rows, organizations: { names, creating } });
}
