import { DIGEST_LIMIT } from '@diglot/domain';
import { z } from 'zod';
import { components, count, plainName, sha256 } from './shared.schema.ts';

/** The largest digest, in bytes (docs/protocol.md, "Watcher"). */
export const UPLOAD_LIMIT = DIGEST_LIMIT;

/** It stands in keys, in log lines and on the page. */
const sourceName = plainName.refine(
  (name) => name.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(name),
  'holds a control character, or nothing else than spaces',
);

const PATH_BYTES = 2000;

const digestPath = z
  .string()
  .min(1)
  .refine((path) => Buffer.byteLength(path) <= PATH_BYTES, `longer than ${PATH_BYTES} bytes`)
  .refine((path) => !/[\p{Cc}\p{Cs}]/u.test(path), 'holds a control character')
  .refine((path) => path.split('/').every((part) => !['', '.', '..'].includes(part)), 'not a relative path with `/`');

export const uploadQuery = z.strictObject({
  source: sourceName.describe('The source that it belongs to, which is made if there is none; none that is watched'),
  path: digestPath.describe(
    'Where it lies in its source, with `/` between the parts; it says the day and the category',
  ),
});
export type UploadQuery = z.infer<typeof uploadQuery>;

export const uploadResult = z
  .object({
    outcome: z
      .enum(['new', 'changed', 'unchanged'])
      .describe('Beside what its place held, or is about to hold; unchanged: nothing was done'),
    sha256,
    size: count.describe('Bytes'),
  })
  .register(components, {
    id: 'UploadResult',
    description: 'A digest that was handed over; it is taken within a second',
  });
export type UploadResult = z.infer<typeof uploadResult>;

export const forgetBody = z
  .strictObject({
    source: plainName,
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .regex(/^[^\0]*$/, 'holds U+0000')
      .describe('Goes into the audit'),
  })
  .register(components, { id: 'Forget' });
export type ForgetBody = z.infer<typeof forgetBody>;

export const forgetResult = z
  .object({ digests: count.describe('Placements that are retracted') })
  .register(components, { id: 'ForgetResult' });
export type ForgetResult = z.infer<typeof forgetResult>;
