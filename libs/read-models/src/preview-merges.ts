import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { linkedReadModels, type MergePreview, MergePreviews, type UnmergePreview } from './merge-previews';

/** What merging two end users would bring about. @throws Refusal `end-user-not-found` */
export class PreviewMerge extends Query<MergePreview> {
  static readonly needs = linkedReadModels;
  constructor(
    readonly tenant: string,
    readonly survivorId: string,
    readonly mergedId: string,
  ) {
    super();
  }
}

/** What undoing a merge would bring about. @throws Refusal `merge-not-found` */
export class PreviewUnmerge extends Query<UnmergePreview> {
  static readonly needs = linkedReadModels;
  constructor(
    readonly tenant: string,
    readonly mergeId: string,
    readonly alone: boolean = false,
  ) {
    super();
  }
}

@QueryHandler(PreviewMerge)
export class PreviewMergeHandler implements IQueryHandler<PreviewMerge> {
  constructor(@Inject(MergePreviews) private readonly previews: MergePreviews) {}

  execute({ tenant, survivorId, mergedId }: PreviewMerge): Promise<MergePreview> {
    return this.previews.previewMerge(tenant, survivorId, mergedId);
  }
}

@QueryHandler(PreviewUnmerge)
export class PreviewUnmergeHandler implements IQueryHandler<PreviewUnmerge> {
  constructor(@Inject(MergePreviews) private readonly previews: MergePreviews) {}

  execute({ tenant, mergeId, alone }: PreviewUnmerge): Promise<UnmergePreview> {
    return this.previews.previewUnmerge(tenant, mergeId, alone);
  }
}
