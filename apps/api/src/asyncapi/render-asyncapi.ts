import type { asyncApiDocument } from '@diglot/contracts';

interface Channel {
  readonly address: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, Message>>;
}

interface Message {
  readonly name: string;
  readonly payload: unknown;
  readonly examples?: readonly unknown[];
}

/** The document as a page without styles or scripts: headings, texts and JSON. */
export function renderAsyncApi(document: ReturnType<typeof asyncApiDocument>): string {
  const { info, channels } = document as {
    info: { title: string; version: string; description: string };
    channels: Record<string, Channel>;
  };
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(info.title)}: events</title></head>
<body>
<h1>${escape(info.title)} ${escape(info.version)}: events</h1>
<p>${escape(info.description)}</p>
<p><a href="/asyncapi.json">The AsyncAPI document</a></p>
${Object.values(channels).map(renderChannel).join('\n')}
</body>
</html>
`;
}

function renderChannel({ address, description, messages }: Channel): string {
  const parts = Object.values(messages).map(renderMessage);
  return `<h2>${escape(address)}</h2>\n<p>${escape(description)}</p>\n${parts.join('\n')}`;
}

function renderMessage({ name, payload, examples = [] }: Message): string {
  const shown = [
    `<details><summary>JSON Schema</summary><pre>${json(payload)}</pre></details>`,
    ...examples.map((example) => `<details><summary>Example</summary><pre>${json(example)}</pre></details>`),
  ];
  return `<h3>${escape(name)}</h3>\n${shown.join('\n')}`;
}

function json(value: unknown): string {
  return escape(JSON.stringify(value, null, 2));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
