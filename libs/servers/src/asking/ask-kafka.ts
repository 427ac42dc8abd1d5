import { exchange } from './exchange.ts';

/** https://kafka.apache.org/protocol: the key of ApiVersions, whose version 0 every broker takes. */
const API_VERSIONS = 18;
const CORRELATION = 7373;
const CLIENT = 'diglot-health';
/** Bytes of the size before a request or an answer. */
const SIZE = 4;

/** What `kafka-broker-api-versions.sh` asks. @throws Error if the answer is not the one to it, or holds an error code */
export async function askKafka(url: URL, signal: AbortSignal): Promise<void> {
  const isWhole = (bytes: Buffer): boolean => bytes.length >= SIZE && bytes.length >= SIZE + bytes.readInt32BE();
  const body = (await exchange(url, request(), isWhole, signal)).subarray(SIZE);
  if (body.length < 6 || body.readInt32BE() !== CORRELATION) throw new Error('what answers there is no Kafka');
  const code = body.readInt16BE(4);
  if (code !== 0) throw new Error(`it answers with the error ${code}`);
}

function request(): Buffer {
  const head = Buffer.alloc(SIZE + 10);
  head.writeInt32BE(10 + CLIENT.length);
  head.writeInt16BE(API_VERSIONS, 4);
  head.writeInt16BE(0, 6);
  head.writeInt32BE(CORRELATION, 8);
  head.writeInt16BE(CLIENT.length, 12);
  return Buffer.concat([head, Buffer.from(CLIENT)]);
}
