import { OrganizationAnswer } from './organization-answers.dto';

/** The link of a merge of organizations. */
class OrganizationLinkAnswer {
  /** @example '01980f73-2d69-8e40-9f5a-3c4d5e6f7081' */
  id: string;
  /**
   * The organization that the merged one is linked to: it stood for its cluster.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  survivorId: string;
  /**
   * The organization that was linked: it stood for its cluster.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b'
   */
  mergedId: string;
  status: 'completed' | 'undone';
}

/** A merge of organizations, as lists show it. */
export class OrganizationMergeAnswer extends OrganizationLinkAnswer {
  /**
   * Of the event that linked them: `GET /v1/events` tells who did it, when and why.
   * @example '4711'
   */
  position: string;
}

/** A page of merges of organizations, the latest first. */
export class OrganizationMergesAnswer {
  items: OrganizationMergeAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}

/** A merge with the organization that goes on. */
class WithOrganizationAnswer extends OrganizationLinkAnswer {
  /**
   * Every read answers by it. False when that took longer than 5 seconds: it is done all the same, and reads follow.
   * @example true
   */
  complete: boolean;
  /** The organization that goes on, as it is now; null while the read models cannot show it. */
  survivor: OrganizationAnswer | null;
}

/** A merge of organizations that was done. */
export class MergedOrganizationsAnswer extends WithOrganizationAnswer {}

/** A merge of organizations that was undone with another one, because the organization was to come back alone. */
export class FurtherOrganizationUnmergeAnswer {
  /** @example '01980f73-2d69-8e40-9f5a-3c4d5e6f7082' */
  id: string;
  /**
   * Which came back by it.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5c'
   */
  mergedId: string;
}

/** A merge of organizations that was undone. */
export class UnmergedOrganizationsAnswer extends WithOrganizationAnswer {
  /**
   * The organizations that came back together: the merged one first.
   * @example ['01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b']
   */
  members: string[];
  further: FurtherOrganizationUnmergeAnswer[];
  /** The organization that came back, as it is now; null while the read models cannot show it. */
  merged: OrganizationAnswer | null;
}
