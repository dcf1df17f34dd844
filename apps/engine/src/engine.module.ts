import { CsvParseImportReader, SqlitePassingDatabases } from '@kith/adapters';
import {
  AccessLog,
  AccessNotes,
  accessExportServices,
  Deliveries,
  EventStore,
  ImportFiles,
  ImportReader,
  Leases,
  PersonRecords,
  WebhookSender,
  webhookHandlers,
  webhookServices,
} from '@kith/application';
import type { Part } from '@kith/config';
import { PassingDatabases, ProjectedPersonRecords, queryHandlers, queryServices, ReadModels } from '@kith/read-models';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { Logger } from 'pino';
import { AccessNoting } from './http/access-noting';
import { Admission } from './http/admission';
import { Health } from './http/health';
import { HealthController } from './http/health.controller';
import { Conditions } from './http/if-match';
import { CommandsInProgress } from './http/in-progress';
import { LiveStreams } from './http/live-streams';
import { Metrics } from './http/metrics';
import { MetricsController } from './http/metrics.controller';
import { Narrowing } from './http/narrowing';
import { ProblemFilter } from './http/problem.filter';
import { ProblemsController } from './http/problems.controller';
import { Queries } from './http/queries';
import { RecentSettings } from './http/recent-settings';
import { ItemStreams } from './http/stream/item-streams';
import { AccessController } from './http/v1/access.controller';
import { AccessExportController } from './http/v1/access-export.controller';
import { AccessLogController } from './http/v1/access-log.controller';
import { AfterWrite } from './http/v1/after-write';
import { CommandBatch } from './http/v1/command-batch';
import { CommandsController } from './http/v1/commands.controller';
import { ContactPointsController } from './http/v1/contact-points.controller';
import { DifferencesController } from './http/v1/differences.controller';
import { DuplicateMerges } from './http/v1/duplicate-merges';
import { DuplicatesController } from './http/v1/duplicates.controller';
import { EndUserContactPointsController } from './http/v1/end-user-contact-points.controller';
import { EndUserLifecycleController } from './http/v1/end-user-lifecycle.controller';
import { EndUserListController } from './http/v1/end-user-list.controller';
import { EndUserProfileController } from './http/v1/end-user-profile.controller';
import { EndUsersController } from './http/v1/end-users.controller';
import { ErasureController } from './http/v1/erasure.controller';
import { EventsController } from './http/v1/events.controller';
import { ExportsController } from './http/v1/exports.controller';
import { HistoryController } from './http/v1/history.controller';
import { ImportReportsController } from './http/v1/import-reports.controller';
import { ImportsController } from './http/v1/imports.controller';
import { InteractionBatch } from './http/v1/interaction-batch';
import { InteractionsController } from './http/v1/interactions.controller';
import { LogExportController } from './http/v1/log-export.controller';
import { MembershipSweepsController } from './http/v1/membership-sweeps.controller';
import { MembershipsController } from './http/v1/memberships.controller';
import { MergeAnswers } from './http/v1/merge-answers';
import { MergePreviewsController } from './http/v1/merge-previews.controller';
import { MergesController } from './http/v1/merges.controller';
import { OperationsController } from './http/v1/operations.controller';
import { OrganizationListController } from './http/v1/organization-list.controller';
import { OrganizationMergesController } from './http/v1/organization-merges.controller';
import { OrganizationRulesController } from './http/v1/organization-rules.controller';
import { OrganizationViewsController } from './http/v1/organization-views.controller';
import { OrganizationsController } from './http/v1/organizations.controller';
import { ReportsController } from './http/v1/reports.controller';
import { RetentionRunsController } from './http/v1/retention-runs.controller';
import { RoutingController } from './http/v1/routing.controller';
import { SettingsController } from './http/v1/settings.controller';
import { SharingController } from './http/v1/sharing.controller';
import { TicketListController } from './http/v1/ticket-list.controller';
import { TicketsController } from './http/v1/tickets.controller';
import { Uploads } from './http/v1/uploads';
import { WebhookDeliveriesController } from './http/v1/webhook-deliveries.controller';
import { WebhooksController } from './http/v1/webhooks.controller';
import { Writes } from './http/writes';
import { Log } from './log';
import { accessNotes } from './parts/access-log-part';
import { CommandsModule } from './parts/commands.module';
import { MeasuredEventStore } from './parts/measured-event-store';
import type { Opened } from './parts/opened';
import { deletedBytesAt } from './parts/places';
import { RunningParts, RunsHere, ShownMoment } from './parts/running-parts';

const controllers = [
  AccessController,
  AccessExportController,
  AccessLogController,
  CommandsController,
  ContactPointsController,
  DifferencesController,
  DuplicatesController,
  EndUserContactPointsController,
  EndUserLifecycleController,
  EndUserProfileController,
  EndUserListController,
  EndUsersController,
  ErasureController,
  EventsController,
  ExportsController,
  HealthController,
  HistoryController,
  ImportReportsController,
  ImportsController,
  InteractionsController,
  LogExportController,
  MembershipSweepsController,
  MembershipsController,
  MergePreviewsController,
  MergesController,
  MetricsController,
  OperationsController,
  OrganizationListController,
  OrganizationMergesController,
  OrganizationRulesController,
  OrganizationViewsController,
  OrganizationsController,
  ProblemsController,
  ReportsController,
  RetentionRunsController,
  RoutingController,
  SettingsController,
  SharingController,
  TicketListController,
  TicketsController,
  WebhookDeliveriesController,
  WebhooksController,
];

/** What tells of the process itself, also where requests of customers are answered by others. */
const ownControllers = [HealthController, MetricsController, ProblemsController];

/** What an engine is made of. */
export interface EngineParts {
  readonly opened: Opened;
  readonly parts: readonly Part[];
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** The engine that answers requests, on data that was opened. */
@Module({})
export class EngineModule {
  static of({ opened, parts, metrics, log }: EngineParts): DynamicModule {
    const { vault, readDatabase, past, shared } = opened;
    const store = new MeasuredEventStore(opened.store, metrics);
    return {
      module: EngineModule,
      imports: [
        CommandsModule.over({
          store: { provide: EventStore, useValue: store },
          vault,
          readDatabase,
          ...(past && { keysIn: past.today }),
          ...(shared && { deletedBytes: deletedBytesAt(shared.places) }),
        }),
      ],
      controllers: parts.includes('api') ? controllers : ownControllers,
      providers: [
        { provide: Log, useValue: log },
        { provide: Metrics, useValue: metrics },
        { provide: RunsHere, useValue: new RunsHere(parts) },
        { provide: ShownMoment, useValue: new ShownMoment(past?.of) },
        { provide: MeasuredEventStore, useValue: store },
        { provide: AccessLog, useValue: opened.accessLog },
        { provide: AccessNotes, useFactory: () => accessNotes(opened.accessLog, log) },
        { provide: Deliveries, useValue: opened.deliveries },
        { provide: ImportFiles, useValue: opened.importFiles },
        { provide: ImportReader, useClass: CsvParseImportReader },
        { provide: Leases, useValue: opened.leases },
        { provide: WebhookSender, useValue: opened.webhookSender },
        ...webhookServices,
        ...webhookHandlers,
        { provide: PersonRecords, useClass: ProjectedPersonRecords },
        ...accessExportServices,
        {
          provide: Admission,
          useFactory: () => new Admission((refused) => log.warn({ refused }, 'requests were turned away: there is more work than can be done in time')),
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...queryHandlers,
        ...queryServices,
        { provide: PassingDatabases, useClass: SqlitePassingDatabases },
        ReadModels,
        RunningParts,
        AccessNoting,
        AfterWrite,
        CommandBatch,
        CommandsInProgress,
        Conditions,
        DuplicateMerges,
        Health,
        InteractionBatch,
        ItemStreams,
        LiveStreams,
        MergeAnswers,
        Queries,
        Narrowing,
        RecentSettings,
        Uploads,
        Writes,
      ],
    };
  }
}
