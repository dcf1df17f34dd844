/** A field, query parameter or header at fault. */
export class FieldErrorAnswer {
  /**
   * JSON pointer (RFC 6901) into the body.
   * @example '/contactPoints/0/value'
   */
  pointer?: string;
  /**
   * A part of the path, or a query parameter.
   * @example 'limit'
   */
  parameter?: string;
  /** @example 'If-Match' */
  header?: string;
  /** @example 'The text must have 1 to 254 characters.' */
  detail: string;
}

/** Any refusal or failure (RFC 9457). Some codes carry further members. */
export class ProblemAnswer {
  /**
   * A page that tells what it means.
   * @example '/problems/contact-point-taken'
   */
  type: string;
  /** @example 'The contact point already belongs to another end user.' */
  title: string;
  /** @example 409 */
  status: number;
  /**
   * Stable: programs decide by it.
   * @example 'contact-point-taken'
   */
  code: string;
  /**
   * A sentence a person can act on.
   * @example 'The contact point already belongs to another end user.'
   */
  detail: string;
  errors?: FieldErrorAnswer[];
  /**
   * Who holds what was asked for.
   * @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11'
   */
  holderId?: string;
}

/** What a problem means. */
export class ProblemMeaningAnswer {
  /** @example 'contact-point-taken' */
  code: string;
  /** @example 409 */
  status: number;
  /** @example 'The contact point already belongs to another end user.' */
  title: string;
  /**
   * Why it comes about.
   * @example 'A contact point belongs to at most one end user unless it is shared, and somebody holds this one already.'
   */
  cause: string;
  /**
   * What to do about it.
   * @example 'Use the end user in `holderId`; transfer the contact point when it changed hands, or share it when both use it.'
   */
  remedy: string;
}

/** Every problem there is. */
export class ProblemMeaningsAnswer {
  items: ProblemMeaningAnswer[];
}
