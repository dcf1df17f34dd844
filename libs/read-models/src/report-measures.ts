/** In the place of an organization: all of the tenant. */
export const everywhere = '*';

/** What is taken back some time: its sum from the beginning on is what there is. */
export const standingMeasures = ['backlog', 'members', 'multi-channel', 'with-email'] as const;
