// Exits with 0 if the service of this container is ready, else with 1 and the reason.
const TIMEOUT = 5_000;
const { DIGLOT_HEALTH_PORT: port } = process.env;

try {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok) throw new Error(await response.text());
} catch (error) {
  console.error(error.cause?.message ?? error.message);
  process.exitCode = 1;
}
