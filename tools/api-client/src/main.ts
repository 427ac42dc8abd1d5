import { writeFileSync } from 'node:fs';
import { CLIENT_LIMITS, clientLimits } from './client-limits.ts';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';

writeFileSync(CLIENT_TYPES, await clientTypes());
writeFileSync(CLIENT_LIMITS, clientLimits());
