/** A field, query parameter or header at fault. */
export class FieldErrorAnswer {
  /**
   * JSON pointer (RFC 6901) into the body.
   * @example '/contactPoints/0/value'
   */
  pointer?: string;
  parameter?: string;
  header?: string;
  detail: string;
}

/** Any refusal or failure (RFC 9457). */
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
  /** A sentence a person can act on. */
  detail: string;
  errors?: FieldErrorAnswer[];
  /** Who holds what was asked for. */
  holderId?: string;
}
