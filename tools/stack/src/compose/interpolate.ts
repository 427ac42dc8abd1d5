import { DiglotError } from '@diglot/domain';

type Variables = Readonly<Record<string, string | undefined>>;

/** `$$`, `$NAME`, or `${NAME…` up to the operator; what follows is read by hand, for a default may hold further ones. */
const REFERENCE = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(:?[-+?])?)/y;

/**
 * Puts variables into a text as Compose does (compose-spec, "Interpolation"): `$NAME`, `${NAME}`, `${NAME:-default}`,
 * `${NAME-default}`, `${NAME:?error}`, `${NAME?error}`, `${NAME:+other}`, `${NAME+other}`, and `$$` for a dollar. With a
 * colon an empty variable counts as none. What follows the operator may hold further ones.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` for a required variable that is not there, and for a broken reference
 */
export function interpolate(text: string, variables: Variables): string {
  const { result, end } = read(text, 0, variables, false);
  if (end !== text.length) throw broken(text);
  return result;
}

function read(text: string, start: number, variables: Variables, inBraces: boolean): { result: string; end: number } {
  let result = '';
  let at = start;
  while (at < text.length && !(inBraces && text[at] === '}')) {
    if (text[at] !== '$') {
      result += text[at];
      at += 1;
      continue;
    }
    REFERENCE.lastIndex = at;
    const match = REFERENCE.exec(text);
    if (match === null) throw broken(text);
    const [whole, dollar, plain, name, operator = ''] = match;
    at += whole.length;
    if (dollar !== undefined) result += '$';
    else if (plain !== undefined) result += variables[plain] ?? '';
    else {
      const word = operator === '' ? { result: '', end: at } : read(text, at, variables, true);
      if (text[word.end] !== '}') throw broken(text);
      result += valueOf(name ?? '', operator, word.result, variables);
      at = word.end + 1;
    }
  }
  return { result, end: at };
}

function valueOf(name: string, operator: string, word: string, variables: Variables): string {
  const value = variables[name];
  const isThere = operator.startsWith(':') ? Boolean(value) : value !== undefined;
  switch (operator.at(-1)) {
    case '-':
      return isThere ? (value ?? '') : word;
    case '+':
      return isThere ? word : '';
    case '?':
      if (!isThere) throw new DiglotError('DIGLOT_CONFIG_INVALID', `${name} must be given: ${word}`);
      return value ?? '';
    default:
      return value ?? '';
  }
}

function broken(text: string): DiglotError {
  return new DiglotError('DIGLOT_CONFIG_INVALID', `there is a $ in ${JSON.stringify(text)} that names no variable`);
}
