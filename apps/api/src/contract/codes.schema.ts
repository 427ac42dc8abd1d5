import { z } from 'zod';
import { ERROR_CLASSES, NOTICE_KINDS } from '@diglot/domain';
import { components, errorCode } from './shared.schema.ts';

const explanation = z.object({ meaning: z.string(), remedy: z.string().describe('What can be done about it') });
const explained = { en: explanation, zh: explanation };

export const codes = z
  .object({
    errors: z.record(errorCode, z.object({ class: z.enum(ERROR_CLASSES), ...explained })),
    notices: z.record(z.enum(NOTICE_KINDS), z.object(explained)).describe('By their kinds'),
  })
  .register(components, { id: 'Codes', description: 'What every error and every notice means, in both languages' });
export type Codes = z.infer<typeof codes>;
