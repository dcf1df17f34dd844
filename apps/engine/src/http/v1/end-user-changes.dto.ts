import { ContactPointNameAnswer } from './contact-points.dto';

/** The end user that was changed, now or before. */
export class ChangedAnswer {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  id: string;
  /**
   * The end user that stands for this one after merges.
   * @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11'
   */
  canonicalId: string;
}

/** A contact point that somebody else has by now. */
export class TakenContactPointAnswer extends ContactPointNameAnswer {
  /**
   * Who has it: it stays with them.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12'
   */
  holderId: string;
}

/** An end user who is back, with the contact points that the deletion had taken. */
export class RestoredAnswer extends ChangedAnswer {
  /** Theirs again. */
  restored: ContactPointNameAnswer[];
  /** Somebody else's by now. */
  taken: TakenContactPointAnswer[];
  /**
   * False when the read models were too far behind to list all in time: contact points that are not listed come back by themselves while they are free.
   * @example true
   */
  complete: boolean;
}
