/** OpenSSL's and Node's codes for certificates and protocols. */
const TLS_REFUSED = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY))/;

/** Whether an error's code says that TLS cannot be agreed on: trying again would end in the same way. */
export function isTlsRefused(code: unknown): boolean {
  return typeof code === 'string' && TLS_REFUSED.test(code);
}
