import { Get, HttpCode, Post, UseGuards, applyDecorators } from '@nestjs/common';
import type { RouteContract } from '../contract/routes.ts';
import { CommandGuard } from './command.guard.ts';
import { AnswersOpenly, ReadingGuard } from './reading.guard.ts';
import { UploadGuard } from './upload.guard.ts';
import { VerificationGuard } from './verification.guard.ts';

/** Makes a method the handler of a route. */
export function Route(contract: RouteContract): MethodDecorator {
  const { method, path, route } = contract;
  const place = route ?? path.replaceAll(/\{(\w+)\}/g, ':$1');
  return applyDecorators(method === 'get' ? Get(place) : Post(place), HttpCode(200), ...guards(contract));
}

function guards({ command, counted }: RouteContract): MethodDecorator[] {
  if (command) {
    if (counted === 'never') return [UseGuards(UploadGuard)];
    return [UseGuards(counted === 'as-verification' ? VerificationGuard : CommandGuard)];
  }
  if (counted === 'never') return [];
  const reading = UseGuards(ReadingGuard);
  if (counted === 'as-export') return [reading, AnswersOpenly('export')];
  return counted === 'as-stream' ? [reading, AnswersOpenly('stream')] : [reading];
}
