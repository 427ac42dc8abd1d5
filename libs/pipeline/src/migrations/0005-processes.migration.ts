import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes of the stack profile say how they are, so that the api can tell of all of them. */
export class PipelineCreatesProcesses1700000000005 implements MigrationInterface {
  readonly name = 'PipelineCreatesProcesses1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pipeline.processes (
        id uuid PRIMARY KEY,
        service text NOT NULL,
        version text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        ready boolean NOT NULL,
        reasons text[] NOT NULL
      );
      COMMENT ON TABLE pipeline.processes IS 'the last sign of each process; one that ends in order takes its row with it';
      CREATE VIEW pipeline.process_view AS
        SELECT id, service, version, started_at, seen_at, ready, reasons FROM pipeline.processes;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW pipeline.process_view;
      DROP TABLE pipeline.processes;
    `);
  }
}
