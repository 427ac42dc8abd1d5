import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '@diglot/api';

/** Where the types stand that the web app knows the api by. */
export const CLIENT_TYPES = new URL('../../../apps/web/src/api/schema.d.ts', import.meta.url);

const HEADING = `/**
 * What the api takes and gives, made of its OpenAPI document: \`npm run client\` writes this file.
 */
`;

/** The types of every route and schema of the api, as TypeScript. */
export async function clientTypes(): Promise<string> {
  // The version of Diglot is no part of the types.
  const nodes = await openapiTS(openApiDocument('0') as unknown as OpenAPI3, { immutable: true, alphabetize: false });
  return HEADING + astToString(nodes);
}
