import fc from 'fast-check';
import { LOCKABLE, OUTSIDE, type Expected, type ReferenceModel } from './reference-model.fixture.ts';
import type { RealFolder } from './real-folder.fixture.ts';

type Command = fc.AsyncCommand<ReferenceModel, RealFolder>;

/** A step of a life: when it makes sense, and what it does to both. */
class Step implements Command {
  readonly #text: string;
  readonly #when: (model: ReferenceModel) => boolean;
  readonly #run: (model: ReferenceModel, real: RealFolder) => Promise<void>;

  constructor(
    text: string,
    when: (model: ReferenceModel) => boolean,
    run: (model: ReferenceModel, real: RealFolder) => Promise<void>,
  ) {
    this.#text = text;
    this.#when = when;
    this.#run = run;
  }

  check(model: Readonly<ReferenceModel>): boolean {
    return this.#when(model as ReferenceModel);
  }

  async run(model: ReferenceModel, real: RealFolder): Promise<void> {
    const kind = kindOf(this.#text);
    real.commands.set(kind, (real.commands.get(kind) ?? 0) + 1);
    await this.#run(model, real);
  }

  toString(): string {
    return this.#text;
  }
}

/** Many files that come at once, whatever their number. */
export const MANY_AT_ONCE = 'many at once';

/** What sort of command it is, by its text: `write`, `move in`. */
function kindOf(text: string): string {
  return text.endsWith(' at once') ? MANY_AT_ONCE : (/^(?:move (?:in|out)\b|\w+)/.exec(text)?.[0] ?? text);
}

/** Names that differ in case only, lie in folders, and in one that can be locked. */
const PATHS = ['a.md', 'A.md', 'b.md', 'é.md', 'sub/a.md', 'sub/deep/c.md', 'x/a.md'] as const;
/** All of one length, so that no size gives a change away. */
const CONTENTS = ['one', 'two', 'six', ''] as const;
const FOLDERS = ['in-1', 'in-2'] as const;

const path = fc.constantFrom(...PATHS);
const content = fc.constantFrom(...CONTENTS);
/** Milliseconds; the watcher wants a rest of 1,000. */
const pause = fc.constantFrom(0, 300, 999, 1000, 5000, 40_000);

/** Whether commands may touch a path at all. */
function isOpen(model: ReferenceModel, ...paths: readonly string[]): boolean {
  return !model.away && !(model.locked && paths.some((each) => each.startsWith(`${LOCKABLE}/`)));
}

const writable = (model: ReferenceModel, at: string): boolean =>
  isOpen(model, at) && (model.isFree(at) || model.file(at)?.readable === true);
const isFile = (model: ReferenceModel, at: string): boolean => isOpen(model, at) && model.file(at)?.readable === true;

const write = fc.tuple(path, content).map(([at, text]) => {
  return new Step(
    `write ${at} ${text}`,
    (model) => writable(model, at),
    async (model, real) => {
      await real.write(at, text);
      const inode = model.file(at) ?? model.inode(text);
      Object.assign(inode, { content: text, writes: inode.writes + 1 });
      model.names.set(at, { inode });
    },
  );
});

const append = fc.tuple(path, content).map(([at, text]) => {
  return new Step(
    `append ${at} ${text}`,
    (model) => isFile(model, at),
    async (model, real) => {
      const inode = model.file(at);
      if (!inode) return;
      await real.append(at, text, inode.content + text);
      Object.assign(inode, { content: inode.content + text, writes: inode.writes + 1 });
    },
  );
});

const replace = fc.tuple(path, content).map(([at, text]) => {
  return new Step(
    `replace ${at} ${text}`,
    (model) => isOpen(model, at),
    async (model, real) => {
      await real.replace(at, text);
      model.names.set(at, { inode: model.inode(text) });
    },
  );
});

const touch = path.map((at) => {
  return new Step(
    `touch ${at}`,
    (model) => isFile(model, at),
    async (model, real) => {
      await real.touch(at);
      const inode = model.file(at);
      if (inode) inode.writes += 1;
    },
  );
});

const move = fc.tuple(path, path).map(([from, to]) => {
  const when = (model: ReferenceModel): boolean => {
    // Of two names of one file, the system leaves both.
    const isSame = model.file(from) !== null && model.file(from) === model.file(to);
    return isOpen(model, from, to) && !model.isFree(from) && !isSame && from !== to && hasFolder(model, to);
  };
  return new Step(`move ${from} ${to}`, when, async (model, real) => {
    await real.move(from, to);
    const name = model.names.get(from);
    model.names.delete(from);
    if (name) model.names.set(to, name);
  });
});

const hardLink = fc.tuple(path, path).map(([from, to]) => {
  const when = (model: ReferenceModel): boolean =>
    isOpen(model, from, to) && model.file(from) !== null && model.isFree(to) && hasFolder(model, to);
  return new Step(`link ${from} ${to}`, when, async (model, real) => {
    await real.hardLink(from, to);
    const inode = model.file(from);
    if (inode) model.names.set(to, { inode });
  });
});

const symbolicLink = fc.tuple(fc.constantFrom(...PATHS, OUTSIDE), path).map(([target, at]) => {
  const when = (model: ReferenceModel): boolean => isOpen(model, at) && model.isFree(at) && hasFolder(model, at);
  return new Step(`symlink ${at} to ${target}`, when, async (model, real) => {
    await real.symbolicLink(target, at);
    model.names.set(at, { linkTo: target });
  });
});

const remove = path.map((at) => {
  return new Step(
    `delete ${at}`,
    (model) => isOpen(model, at) && !model.isFree(at),
    async (model, real) => {
      await real.delete(at);
      model.names.delete(at);
    },
  );
});

const allow = fc.tuple(path, fc.boolean()).map(([at, readable]) => {
  const when = (model: ReferenceModel): boolean => isOpen(model, at) && model.file(at) !== null;
  return new Step(`${readable ? 'allow' : 'forbid'} ${at}`, when, async (model, real) => {
    await real.allow(at, readable);
    const inode = model.file(at);
    if (inode) inode.readable = readable;
    real.restricted ||= !readable;
  });
});

const lock = fc.boolean().map((locked) => {
  const when = (model: ReferenceModel): boolean => !model.away && model.locked !== locked;
  return new Step(locked ? 'lock' : 'unlock', when, async (model, real) => {
    await real.lock(locked);
    model.locked = locked;
    real.restricted ||= locked;
  });
});

const moveIn = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.array(content, { minLength: 1, maxLength: 3 }))
  .map(([folder, texts]) => {
    const files = new Map(texts.map((text, number) => [`${number}.md`, text]));
    return new Step(
      `move in ${folder}`,
      (model) => !model.away && !hasAny(model, folder),
      async (model, real) => {
        await real.moveIn(folder, files);
        for (const [name, text] of files) model.names.set(`${folder}/${name}`, { inode: model.inode(text) });
      },
    );
  });

const moveOut = fc.constantFrom(...FOLDERS, 'many').map((folder) => {
  return new Step(
    `move out ${folder}`,
    (model) => !model.away && hasAny(model, folder),
    async (model, real) => {
      await real.moveOut(folder);
      for (const each of model.names.keys()) if (each.startsWith(`${folder}/`)) model.names.delete(each);
    },
  );
});

const manyOf = (files: number): fc.Arbitrary<Step> => {
  return fc.constant(`${files} at once`).map((text) => {
    return new Step(
      text,
      (model) => !model.away && !hasAny(model, 'many'),
      async (model, real) => {
        const texts = new Map(Array.from({ length: files }, (_, number) => [`${number}.md`, `number ${number}`]));
        await real.moveIn('many', texts);
        for (const [name, each] of texts) model.names.set(`many/${name}`, { inode: model.inode(each) });
      },
    );
  });
};

const unmount = fc.boolean().map((leaveEmpty) => {
  const when = (model: ReferenceModel): boolean => !model.away && !model.locked;
  return new Step(`unmount${leaveEmpty ? ', leaving an empty folder' : ''}`, when, async (model, real) => {
    await real.unmount(leaveEmpty);
    model.away = true;
  });
});

const mount = fc.constant(
  new Step(
    'mount',
    (model) => model.away,
    async (model, real) => {
      await real.mount();
      model.away = false;
    },
  ),
);

const restart = fc.constant(
  new Step(
    'restart',
    () => true,
    async (model, real) => {
      await real.watched.restart();
      model.restart();
    },
  ),
);

/** A scan after a pause: exactly what the model says is announced. */
export async function scan(model: ReferenceModel, real: RealFolder, milliseconds: number): Promise<void> {
  real.watched.clock.advance(milliseconds);
  const expected = model.round(real.watched.clock.monotonic());
  const announced = await real.round();
  expect(inOrder(announced)).toEqual(inOrder(expected));
  for (const each of announced) model.announced(each);
}

const round = pause.map((milliseconds) => {
  return new Step(
    `scan after ${milliseconds} ms`,
    () => true,
    async (model, real) => scan(model, real, milliseconds),
  );
});

const interrupted = pause.map((milliseconds) => {
  return new Step(
    `interrupted scan after ${milliseconds} ms`,
    () => true,
    async (model, real) => {
      real.watched.clock.advance(milliseconds);
      const expected = model.round(real.watched.clock.monotonic());
      const announced = await real.interruptedRound();
      expectAmong(announced, expected);
      for (const each of announced) model.announced(each);
      await real.watched.restart();
      model.restart();
    },
  );
});

/** Not all of it perhaps, but nothing else; what is missing comes later. */
function expectAmong(announced: readonly Expected[], expected: readonly Expected[]): void {
  expect(inOrder(expected)).toEqual(expect.arrayContaining(inOrder(announced)));
}

/** @param files how many come at once, where many do, which takes long and is rare */
export function lifeCommands(files: number): fc.Arbitrary<Command>[] {
  const weigh = (weight: number, ...arbitraries: fc.Arbitrary<Command>[]) =>
    arbitraries.map((arbitrary) => ({ weight, arbitrary }));
  return [
    fc.oneof(
      ...weigh(60, round),
      ...weigh(20, write, move, remove),
      ...weigh(10, append, replace, touch, hardLink, symbolicLink, allow),
      ...weigh(8, lock, moveIn, moveOut, unmount, mount, restart, interrupted),
      ...weigh(1, manyOf(files)),
    ),
  ];
}

function inOrder(list: readonly Expected[]): string[] {
  return list.map(({ path: at, revision, content: text }) => `${at} ${revision} ${text ?? '(nothing)'}`).toSorted();
}

/** The folder of `x/a.md` is made by the first write. */
function hasFolder(model: ReferenceModel, to: string): boolean {
  return !to.startsWith('x/') || hasAny(model, 'x');
}

function hasAny(model: ReferenceModel, folder: string): boolean {
  return [...model.names.keys()].some((each) => each.startsWith(`${folder}/`));
}
