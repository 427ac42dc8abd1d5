import { DiagnosticView } from './diagnostic.view.ts';
import { ParsedPlacementView } from './parsed-placement.view.ts';
import { PlacementView } from './placement.view.ts';
import { ProblemView } from './problem.view.ts';

/** What the api reads through TypeORM; the data source of its process must know them. */
export const apiEntities = [DiagnosticView, ParsedPlacementView, PlacementView, ProblemView];
