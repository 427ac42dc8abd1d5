export default async function tearDown() {
  await globalThis.diglotPostgresDoor?.close();
  globalThis.diglotPostgresDoor = undefined;
}
