import { refuse } from '@kith/domain';
import { type MergePreview, PreviewMerge, PreviewUnmerge, type Residue, type UnmergePreview } from '@kith/read-models';
import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { validatedOrEmpty } from '../empty-body';
import { Problems } from '../openapi';
import { parameters, Queries, uuidOf } from '../queries';
import { Shows } from '../shows';
import { validated } from '../validated';
import { MergePreviewAnswer, UnmergePreviewAnswer } from './merge-previews.dto';
import { type FurtherUnmergeAnswer, MergingPairDto, UnmergePreviewDto } from './merges.dto';

/** In the words of the answer to the unmerge itself. */
type PreviewedUnmerge = Omit<UnmergePreview, 'residue' | 'further'> & {
  readonly further: readonly FurtherUnmergeAnswer[];
  readonly residue: Residue['entries'];
  readonly residueTotal: number;
};

/** What would happen. Nothing is written, so whoever reads may ask. */
@ApiTags('merges')
@Controller('v1/merges')
export class MergePreviewsController {
  constructor(@Inject(Queries) private readonly queries: Queries) {}

  @ApiOperation({
    summary: 'Look at a merge before it is done',
    description:
      'Both profiles, the one that would answer for both, where they contradict each other, what becomes visible together, and why it would be refused. Nothing is written; unless somebody writes meanwhile, it is what then happens.',
  })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: MergePreviewAnswer })
  @Problems('request-invalid', 'end-user-not-found', 'read-models-behind')
  @Shows<MergePreview>('merge', ({ survivor, merged }) => ({ endUserIds: idsOf(survivor, merged), count: 1 }))
  @Readers()
  @Post('preview')
  @HttpCode(200)
  merge(@Req() request: FastifyRequest, @Body(validated) { survivorId, mergedId }: MergingPairDto): Promise<MergePreview> {
    parameters(request);
    return this.queries.ask(request, new PreviewMerge(callerOf(request).tenant, survivorId.toLowerCase(), mergedId.toLowerCase()));
  }

  @ApiOperation({
    summary: 'Look at what undoing a merge brings back',
    description:
      'The profile that would come back, the one that stays, and what was written since and may belong to either. Nothing is written. The body can be left out.',
  })
  @ApiParam({ name: 'id', description: 'Of the merge.', example: '01980f73-2d69-8e40-9f5a-3c4d5e6f7081' })
  @ApiBody({ type: UnmergePreviewDto, required: false })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: UnmergePreviewAnswer })
  @Problems('request-invalid', 'merge-not-found', 'read-models-behind')
  @Shows<PreviewedUnmerge>('merge', ({ survivor, merged, leaving }) => ({ endUserIds: [...idsOf(survivor, merged), ...leaving.members], count: 1 }))
  @Readers()
  @Post(':id/unmerge/preview')
  @HttpCode(200)
  async unmerge(@Req() request: FastifyRequest, @Param('id') id: string, @Body(validatedOrEmpty) { alone }: UnmergePreviewDto): Promise<PreviewedUnmerge> {
    parameters(request);
    const mergeId = uuidOf(id) ?? refuse('merge-not-found');
    const { residue, further, ...preview } = await this.queries.ask(request, new PreviewUnmerge(callerOf(request).tenant, mergeId, alone ?? false));
    const others = further.map((one) => ({ id: one.mergeId, mergedId: one.mergedId }));
    return { ...preview, further: others, residue: residue.entries, residueTotal: residue.total };
  }
}

const idsOf = (...shown: readonly Pick<MergePreview['survivor'], 'id' | 'canonicalId'>[]): readonly string[] =>
  shown.flatMap(({ id, canonicalId }) => [id, canonicalId]);
