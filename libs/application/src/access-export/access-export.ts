import type { ExportSection, notInExport } from './export-sections';
import type { accessExportFormat, ExportedContactPoint, ExportedDifference, ExportedMembership, ExportedMerge, ExportedProfile } from './exported';
import type { ShownPerson } from './person-records';
import type { ExportedRecipients } from './recipients';

/** What an access export begins with: all but the lists that can be long. Times are RFC 3339 UTC. */
export interface ExportHead {
  readonly format: typeof accessExportFormat;
  readonly madeAt: string;
  /** Everything that was recorded up to here is in it; decimal. */
  readonly position: string;
  readonly askedFor: string;
  readonly canonicalId: string;
  readonly sections: readonly ExportSection[];
  readonly notIncluded: typeof notInExport;
  readonly person: Omit<ShownPerson, 'canonicalId'> | null;
  readonly profiles: readonly ExportedProfile[];
  readonly contactPoints: readonly ExportedContactPoint[];
  readonly organizations: readonly ExportedMembership[];
  readonly merges: readonly ExportedMerge[];
  readonly differences: readonly ExportedDifference[];
  readonly recipients: ExportedRecipients;
}

/** A list of an access export that can be of any length: it is read while it is written. */
export interface ExportList {
  readonly name: string;
  readonly items: AsyncIterable<object>;
}

/** Everything about one person. Whoever writes it reads the lists in their order, and then asks whether it may still be handed out. */
export interface AccessExport {
  readonly head: ExportHead;
  readonly lists: readonly ExportList[];
  /** @throws ErasedMeanwhile when what was written is no longer anybody's to read */
  assertKept(): Promise<void>;
}

/** A profile was erased while its export was being written: nobody gets the rest, and the whole counts as not made. */
export class ErasedMeanwhile extends Error {
  override readonly name = 'ErasedMeanwhile';
}
