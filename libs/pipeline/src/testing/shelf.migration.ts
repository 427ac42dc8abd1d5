import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the test service: its facts, and how often each event took effect or was begun. */
export class ShelfCreateTables1700000000001 implements MigrationInterface {
  readonly name = 'ShelfCreateTables1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA shelf;
      CREATE TABLE shelf.papers (
        arxiv_id text PRIMARY KEY, revision integer NOT NULL DEFAULT 0, state text NOT NULL DEFAULT ''
      );
      CREATE TABLE shelf.entries (
        subject text PRIMARY KEY, arxiv_id text NOT NULL, revision integer NOT NULL, title text
      );
      CREATE TABLE shelf.mirror (arxiv_id text PRIMARY KEY, revision integer NOT NULL, state text NOT NULL);
      CREATE TABLE shelf.effects (
        consumer text, event_id uuid, times integer NOT NULL DEFAULT 1, PRIMARY KEY (consumer, event_id)
      );
      CREATE TABLE shelf.attempts (event_id uuid PRIMARY KEY, begun integer NOT NULL DEFAULT 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA shelf CASCADE');
  }
}
