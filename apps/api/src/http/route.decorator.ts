import { Get, HttpCode, Post, UseGuards, applyDecorators, type CanActivate, type Type } from '@nestjs/common';
import type { RouteContract } from '../contract/routes.ts';
import { CommandGuard } from './command.guard.ts';
import { UploadGuard } from './upload.guard.ts';
import { VerificationGuard } from './verification.guard.ts';

/** Makes a method the handler of a route. */
export function Route({ method, path, route, command, counted }: RouteContract): MethodDecorator {
  const place = route ?? path.replaceAll(/\{(\w+)\}/g, ':$1');
  return applyDecorators(
    method === 'get' ? Get(place) : Post(place),
    HttpCode(200),
    ...(command ? [UseGuards(guardOf(counted))] : []),
  );
}

function guardOf(counted: RouteContract['counted']): Type<CanActivate> {
  if (counted === 'never') return UploadGuard;
  return counted === 'as-verification' ? VerificationGuard : CommandGuard;
}
