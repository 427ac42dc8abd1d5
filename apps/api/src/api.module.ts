import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Database } from '@diglot/platform';
import { API_SETTINGS, type ApiSettings } from './api.settings.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AuditRepository } from './audit/audit.repository.ts';
import { CodesController } from './codes/codes.controller.ts';
import { ReceiptCommandsController } from './commands/receipt-commands.controller.ts';
import { TimedWorkController } from './commands/timed-work.controller.ts';
import { TimedWorkRepository } from './commands/timed-work.repository.ts';
import { DeadLetterRepository } from './dead-letters/dead-letter.repository.ts';
import { DeadLettersController } from './dead-letters/dead-letters.controller.ts';
import { AsyncApiController } from './asyncapi/asyncapi.controller.ts';
import { ChangeLog } from './changes/change-log.ts';
import { ChangeStream } from './changes/change-stream.ts';
import { ChangesController } from './changes/changes.controller.ts';
import { DayRepository } from './days/day.repository.ts';
import { DaysController } from './days/days.controller.ts';
import { DigestRepository } from './digests/digest.repository.ts';
import { DigestsController } from './digests/digests.controller.ts';
import { RepairedDigestController } from './digests/repaired-digest.controller.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { PaperPages } from './exports/paper-pages.ts';
import { FeedsController } from './feeds/feeds.controller.ts';
import { FlowController } from './flow/flow.controller.ts';
import { FlowRepository } from './flow/flow.repository.ts';
import { HealthController } from './health/health.controller.ts';
import { HistoryController } from './history/history.controller.ts';
import { HistoryRepository } from './history/history.repository.ts';
import { MetricsController } from './health/metrics.controller.ts';
import { BytesBody } from './http/bytes-body.ts';
import { CommandGuard } from './http/command.guard.ts';
import { CommandToken } from './http/command-token.ts';
import { ErrorFilter } from './http/error.filter.ts';
import { OpenAnswers } from './http/open-answers.ts';
import { ReadingGuard } from './http/reading.guard.ts';
import { RequestGuards } from './http/request-guards.ts';
import { RequestLimits } from './http/request-limits.ts';
import { NoticeRepository } from './notices/notice.repository.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { OpenApiController } from './openapi/openapi.controller.ts';
import { Page } from './page/page.ts';
import { PageController } from './page/page.controller.ts';
import { Aligner } from './papers/aligner.ts';
import { FacetGroups } from './papers/facet-groups.ts';
import { PairVerifier } from './papers/pair-verifier.ts';
import { PaperRepository } from './papers/paper.repository.ts';
import { PapersController } from './papers/papers.controller.ts';
import { QualityController } from './quality/quality.controller.ts';
import { QualityRepository } from './quality/quality.repository.ts';
import { ReceiptRepository } from './retries/receipt.repository.ts';
import { RetriesController } from './retries/retries.controller.ts';
import { ReviewQueueController } from './reviews/review-queue.controller.ts';
import { ReviewQueueRepository } from './reviews/review-queue.repository.ts';
import { ReviewRepository } from './reviews/review.repository.ts';
import { ReviewsController } from './reviews/reviews.controller.ts';
import { SourceRepository } from './sources/source.repository.ts';
import { SourcesController } from './sources/sources.controller.ts';
import { StatusController } from './status/status.controller.ts';
import { StagePlaces } from './status/stage-places.ts';
import { StatusRepository } from './status/status.repository.ts';
import { TraceController } from './trace/trace.controller.ts';
import { TraceRepository } from './trace/trace.repository.ts';
import { WebhookRepository } from './webhooks/webhook.repository.ts';
import { UploadGuard } from './http/upload.guard.ts';
import { VerificationGuard } from './http/verification.guard.ts';
import { UploadRepository } from './uploads/upload.repository.ts';
import { UploadsController } from './uploads/uploads.controller.ts';
import { apiEntities } from './views/api-entities.ts';

/**
 * The api and the page as a part of a process that has imported `RuntimeModule`. It starts nothing: the process makes the
 * application with `createApiAdapter()` and listens when everything else is ready.
 */
@Module({})
export class ApiModule implements OnModuleInit {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  static of(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        AuditController,
        AsyncApiController,
        ChangesController,
        CodesController,
        DaysController,
        DeadLettersController,
        DigestsController,
        ExportsController,
        FeedsController,
        FlowController,
        HealthController,
        HistoryController,
        MetricsController,
        NoticesController,
        OpenApiController,
        PageController,
        PapersController,
        QualityController,
        ReceiptCommandsController,
        RepairedDigestController,
        RetriesController,
        ReviewQueueController,
        ReviewsController,
        SourcesController,
        StatusController,
        TimedWorkController,
        TraceController,
        UploadsController,
      ],
      providers: [
        { provide: API_SETTINGS, useValue: settings },
        { provide: CommandToken, useFactory: () => CommandToken.from(settings) },
        { provide: APP_FILTER, useClass: ErrorFilter },
        Aligner,
        ChangeLog,
        ChangeStream,
        AuditRepository,
        BytesBody,
        CommandGuard,
        DayRepository,
        DeadLetterRepository,
        DigestRepository,
        FacetGroups,
        FlowRepository,
        HistoryRepository,
        NoticeRepository,
        OpenAnswers,
        Page,
        PairVerifier,
        PaperPages,
        PaperRepository,
        QualityRepository,
        ReadingGuard,
        ReceiptRepository,
        RequestGuards,
        RequestLimits,
        ReviewQueueRepository,
        ReviewRepository,
        SourceRepository,
        StagePlaces,
        StatusRepository,
        TimedWorkRepository,
        TraceRepository,
        WebhookRepository,
        UploadGuard,
        UploadRepository,
        VerificationGuard,
      ],
      exports: [API_SETTINGS],
    };
  }

  /** A data source that was made without our entities would fail at the first request only. */
  onModuleInit(): void {
    const missing = apiEntities.filter((entity) => !this.#database.dataSource.hasMetadata(entity));
    if (missing.length === 0) return;
    throw new Error(
      `open the database with apiEntities: ${missing.map(({ name }) => name).join(', ')} are unknown to it`,
    );
  }
}
