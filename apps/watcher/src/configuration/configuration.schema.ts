import { z } from 'zod';
import { pathRule } from '@diglot/formats';
import { addressMistake, branchMistake } from '../git/git-address.ts';
import { isSourceName, SOURCE_POLICIES } from '../sources/source-definition.ts';

const seconds = z.number().positive().max(86_400);
const globs = z.array(z.string().min(1).max(1000)).min(1).max(100);

/** Fails with what a check says is wrong. */
const checked = (mistake: (text: string) => string | null) =>
  z.string().superRefine((text, context) => {
    const message = mistake(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

const placeName = z
  .string()
  .min(1)
  .max(4096)
  .refine((text) => !text.includes('\0'), 'it holds a NUL');

const sourceName = z.string().refine(isSourceName, 'a name has 1 to 200 characters, none of them a control character');

const templates = z
  .array(checked(templateMistake))
  .min(1)
  .max(50)
  .describe(
    'Templates that read day, category and topic from a path, as {date:D-Mon-YYYY}/{category}/README.md; the first that fits decides. By default the usual layouts. See docs/sources.md.',
  );

const common = {
  name: sourceName
    .optional()
    .describe('The name of the source for ever: with it, the source may move. By default the last part of its place.'),
  include: globs
    .optional()
    .describe('Globs of digests, relative to the source; case does not matter. By default **/*.md.'),
  ignore: globs
    .optional()
    .describe('Globs of files and folders that are left alone, a folder with all that is below it.'),
  depth: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe('How many folders may lie between the source and a file. By default any number.'),
  paths: templates.optional(),
};

const folderSource = z
  .strictObject({
    kind: z.literal('folder'),
    folder: placeName.describe('The folder, relative to this file. It need not exist yet.'),
    ...common,
    scanSeconds: seconds.optional().describe('The longest time between two scans. By default DIGLOT_SCAN_SECONDS.'),
    stableMilliseconds: z
      .int()
      .min(0)
      .max(3_600_000)
      .optional()
      .describe(
        'How long a file must rest before it is taken, and be absent before it counts as deleted; 0 trusts every writer to rename finished files into place. By default DIGLOT_STABLE_MILLISECONDS.',
      ),
    afterwards: z
      .enum(SOURCE_POLICIES)
      .optional()
      .describe('What happens to a file once its digest is taken and parsed: keep (the default), move or delete.'),
    moveTo: placeName
      .optional()
      .describe('Where files are moved to, relative to this file. By default .diglot-done below the folder.'),
  })
  .superRefine(({ moveTo, afterwards }, context) => {
    if (moveTo === undefined || afterwards === 'move') return;
    context.addIssue({ code: 'custom', path: ['moveTo'], message: 'only with "afterwards": "move"' });
  })
  .describe('A folder of this machine');

const gitSource = z
  .strictObject({
    kind: z.literal('git'),
    address: checked(addressMistake).describe('https://, ssh:// or file://'),
    branch: checked(branchMistake).optional().describe('By default what the repository calls its HEAD.'),
    ...common,
    fetchSeconds: seconds.optional().describe('The longest time between two fetches. By default 300.'),
    timeoutSeconds: seconds.optional().describe('How long one talk with the repository may take. By default 600.'),
  })
  .describe('A branch of a git repository');

const uploadsSource = z
  .strictObject({
    kind: z.literal('uploads'),
    name: sourceName.describe('The name that uploads and backfills give.'),
    paths: templates,
  })
  .describe('Digests that are handed over, which nobody watches; only what their paths say is configured');

/** `diglot.config.json`. */
export const configurationSchema = z
  .strictObject({
    $schema: z.string().optional(),
    sources: z
      .array(z.discriminatedUnion('kind', [folderSource, gitSource, uploadsSource]))
      .max(1000)
      .superRefine(refuseTwins)
      .describe('Where digests come from'),
  })
  .describe('The sources of Diglot');

export type Configuration = z.infer<typeof configurationSchema>;
export type ConfiguredSource = Configuration['sources'][number];

/** The schema for editors, docs/diglot.config.schema.json. */
export function configurationJsonSchema(): object {
  return { title: 'diglot.config.json', ...z.toJSONSchema(configurationSchema, { io: 'input' }) };
}

function templateMistake(template: string): string | null {
  try {
    pathRule([template]);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function refuseTwins(sources: readonly { readonly name?: string | undefined }[], context: z.RefinementCtx): void {
  for (const [index, { name }] of sources.entries()) {
    if (name === undefined || sources.findIndex((other) => other.name === name) === index) continue;
    context.addIssue({
      code: 'custom',
      path: [index, 'name'],
      message: `two sources have the name ${JSON.stringify(name)}`,
    });
  }
}
