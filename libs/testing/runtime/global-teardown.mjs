export default async function tearDown() {
  await Promise.all((globalThis.diglotDoors ?? []).map((door) => door.close()));
  globalThis.diglotDoors = undefined;
}
