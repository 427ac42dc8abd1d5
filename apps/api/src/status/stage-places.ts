import { Inject, Injectable } from '@nestjs/common';
import type { Sql } from '@diglot/platform';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { cursorLag } from './cursor-lag.statement.ts';
import { receiptLag } from './receipt-lag.statement.ts';
import type { StageFigures, StageReader } from './stage-figures.ts';

const BEGINNING = '0';

/** How far every stage is, whatever the log is. */
@Injectable()
export class StagePlaces {
  readonly #settings: Pick<ApiSettings, 'profile' | 'readers'>;
  /** By consumer: a transaction before which all is taken. It stays true, so that no row is looked at for ever. */
  readonly #places = new Map<string, string>();

  constructor(@Inject(API_SETTINGS) settings: ApiSettings) {
    this.#settings = settings;
  }

  /**
   * In one transaction of REPEATABLE READ all of them are of one moment.
   * @param readers the stages, unless others are given
   */
  async read(sql: Sql, readers: readonly StageReader[] = this.#settings.readers): Promise<StageFigures[]> {
    const { profile } = this.#settings;
    if (profile === 'embedded') return cursorLag(sql, readers);
    const figures: StageFigures[] = [];
    for (const reader of readers) figures.push(await this.#readReceipts(sql, reader));
    return figures;
  }

  async #readReceipts(sql: Sql, reader: StageReader): Promise<StageFigures> {
    const { place, ...figures } = await receiptLag(sql, reader, this.#places.get(reader.consumer) ?? BEGINNING);
    this.#places.set(reader.consumer, place);
    return figures;
  }
}
