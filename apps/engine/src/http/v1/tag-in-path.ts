import { ApiParam } from '@nestjs/swagger';
import { isPlainText } from '../plain-json';
import { invalid } from '../problems';

/** Describes the tag that the path names. */
export const TagInPath = (example: string) => ApiParam({ name: 'tag', description: 'As it was put on, percent-encoded.', example });

/** The tag that the path names. @throws HttpProblem 400 for what can be none */
export function tagInPath(tag: string): string {
  if (tag.length > 64 || !isPlainText(tag)) throw invalid({ parameter: 'tag', detail: 'A tag is plain text of at most 64 characters.' });
  return tag;
}
