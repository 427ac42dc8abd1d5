import { openApiDocument } from '@diglot/api';

/** Where the limits stand that the web app's fields have. */
export const CLIENT_LIMITS = new URL('../../../apps/web/src/api/limits.ts', import.meta.url);

const HEADING = `/** The longest texts that commands take, in UTF-16 units: \`npm run client\` makes this file of the api's document. */
`;

interface Schema {
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The longest texts of every command, by its name and the name of its field, as TypeScript. */
export function clientLimits(): string {
  const { components } = openApiDocument('0') as { components: { schemas: Readonly<Record<string, Schema>> } };
  const commands = Object.entries(components.schemas).filter(([name]) => name.endsWith('Command'));
  const lines = commands.flatMap(([name, { properties = {} }]) => {
    const fields = Object.entries(properties).filter(([, { maxLength }]) => maxLength !== undefined);
    return fields.length === 0
      ? []
      : [
          `  ${name}: { ${fields.map(([field, { maxLength }]) => `${field}: ${grouped(maxLength ?? 0)}`).join(', ')} },\n`,
        ];
  });
  return `${HEADING}export const LIMITS = {\n${lines.join('')}} as const;\n`;
}

/** As our sources write numbers. */
function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, '_');
}
