import type { Placement } from '@diglot/domain';
import type { Diagnostic } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';

const SAVE = `
  INSERT INTO parser.diagnostics (source, path, position, severity, code, line, "column", field, message)
  SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::int[], $8::text[], $9::text[])`;

export async function saveDiagnostics(
  tx: Transaction,
  { source, path }: Placement,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  if (diagnostics.length === 0) return;
  await tx.run(SAVE, [
    source,
    path,
    diagnostics.map((_, position) => position),
    diagnostics.map(({ severity }) => severity),
    diagnostics.map(({ code }) => code),
    diagnostics.map(({ line }) => line),
    diagnostics.map(({ column }) => column),
    diagnostics.map(({ field }) => field ?? null),
    // A message may quote the file, and Postgres text cannot hold U+0000.
    diagnostics.map(({ message }) => message.replaceAll('\u0000', '\uFFFD')),
  ]);
}
