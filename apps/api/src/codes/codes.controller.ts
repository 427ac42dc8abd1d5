import { Controller } from '@nestjs/common';
import type { Codes } from '../contract/codes.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { presentCodes } from './present-codes.ts';

@Controller()
export class CodesController {
  @Route(ROUTES.codes)
  list(): Codes {
    return presentCodes();
  }
}
