import { access } from './access';
import { contactLookup } from './contact-lookup';
import { duplicates } from './duplicates';
import { endUserProfile } from './end-user-profile';
import { holding } from './holding';
import { imports } from './imports';
import { memberships } from './memberships';
import { merges } from './merges';
import { organizations } from './organizations';
import type { Projection } from './projection';
import { reports } from './reports';
import { retention } from './retention';
import { tickets } from './tickets';
import { timeline } from './timeline';

/** Every read model that is kept up to date. */
export const projections: readonly Projection[] = [
  contactLookup,
  endUserProfile,
  timeline,
  holding,
  merges,
  duplicates,
  organizations,
  memberships,
  tickets,
  reports,
  retention,
  imports,
  access,
];
