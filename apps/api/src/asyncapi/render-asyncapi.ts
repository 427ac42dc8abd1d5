import type { asyncApiDocument } from '@diglot/contracts';
import { escapeHtml } from '../http/escape-html.ts';

/** Where the page finds its looks. */
export const STYLES_PATH = '/asyncapi.css';

/** What of the document the page shows. */
interface Shown {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly channels: Readonly<Record<string, Channel>>;
  readonly components: { readonly messageTraits: { readonly cloudEvent: { readonly headers: Headers } } };
}

interface Channel {
  readonly address: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, Message>>;
  readonly bindings?: { readonly kafka: { readonly partitions: number; readonly topicConfiguration: Settings } };
}

type Settings = Readonly<Record<string, number | readonly string[]>>;

interface Message {
  readonly name: string;
  readonly summary: string;
  readonly payload: unknown;
  readonly examples?: readonly { readonly name: string }[];
}

interface Headers {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly description: string }>>;
}

/** The document as a page without scripts: what there is, with links to it, texts and JSON. */
export function renderAsyncApi(document: ReturnType<typeof asyncApiDocument>): string {
  const { info, channels, components } = document as unknown as Shown;
  const named = Object.entries(channels);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}: events</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLES_PATH}">
</head>
<body>
<header>
<h1>${escapeHtml(info.title)}: events <small>${escapeHtml(info.version)}</small></h1>
${info.description
  .split('\n\n')
  .map((paragraph) => `<p>${prose(paragraph)}</p>`)
  .join('\n')}
<p class="files"><a href="/asyncapi.json">The AsyncAPI document</a> <a href="/openapi.json">The API of requests</a> <a href="/">To the page</a></p>
</header>
<nav aria-label="Topics"><ul>
${named.map(renderLink).join('\n')}
<li><a href="#headers">Headers</a><span>What every record says of itself.</span></li>
</ul></nav>
<main>
${named.map(renderChannel).join('\n')}
${renderHeaders(components.messageTraits.cloudEvent.headers)}
</main>
</body>
</html>
`;
}

function renderLink([id, { address, messages }]: [string, Channel]): string {
  const about = Object.values(messages)[0]?.summary ?? '';
  return `<li><a href="#${escapeHtml(id)}">${escapeHtml(address)}</a><span>${prose(about)}</span></li>`;
}

function renderChannel([id, { address, description, messages, bindings }]: [string, Channel]): string {
  const settings = bindings
    ? { partitions: bindings.kafka.partitions, ...bindings.kafka.topicConfiguration }
    : ({} as Settings);
  const told = Object.entries(settings).map(
    ([name, value]) => `<code>${escapeHtml(name)}=${escapeHtml(String(value))}</code>`,
  );
  return `<section aria-labelledby="${escapeHtml(id)}">
<h2 id="${escapeHtml(id)}"><a href="#${escapeHtml(id)}">${escapeHtml(address)}</a></h2>
<p>${prose(description)}</p>
${told.length > 0 ? `<p class="settings">${told.join(' · ')}</p>` : ''}
${Object.values(messages).map(renderMessage).join('\n')}
</section>`;
}

function renderMessage({ name, payload, examples = [] }: Message): string {
  const shown = [
    fold('JSON Schema', payload),
    ...examples.map(({ name: example, ...record }) => fold(`Example: ${example}`, record)),
  ];
  return `<h3>${escapeHtml(name)}</h3>\n${shown.join('\n')}`;
}

function renderHeaders({ required, properties }: Headers): string {
  const lines = Object.entries(properties).map(([name, { description }]) => {
    const when = required.includes(name) ? '' : ' Not on every record.';
    return `<div><dt>${escapeHtml(name)}</dt><dd>${prose(description)}.${when}</dd></div>`;
  });
  return `<section aria-labelledby="headers">
<h2 id="headers"><a href="#headers">Headers</a></h2>
<dl class="headers">
${lines.join('\n')}
</dl>
</section>`;
}

function fold(title: string, value: unknown): string {
  const json = escapeHtml(JSON.stringify(value, null, 2));
  return `<details><summary>${escapeHtml(title)}</summary><pre tabindex="0">${json}</pre></details>`;
}

/** What stands between backticks is code. */
function prose(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
