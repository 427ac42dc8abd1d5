import { Get, HttpCode, Post, UseGuards, applyDecorators } from '@nestjs/common';
import type { RouteContract } from '../contract/routes.ts';
import { CommandGuard } from './command.guard.ts';
import { UploadGuard } from './upload.guard.ts';

/** Makes a method the handler of a route. */
export function Route({ method, path, route, command, unlimited }: RouteContract): MethodDecorator {
  const place = route ?? path.replaceAll(/\{(\w+)\}/g, ':$1');
  return applyDecorators(
    method === 'get' ? Get(place) : Post(place),
    HttpCode(200),
    ...(command ? [UseGuards(unlimited ? UploadGuard : CommandGuard)] : []),
  );
}
