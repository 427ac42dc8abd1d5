import { Shortcuts } from './shortcuts.ts';

const shortcut = (keys: string) => ({ keys, label: keys, run: () => undefined });

describe('shortcuts', () => {
  it('are one key, or two that follow each other soon', () => {
    const shortcuts = new Shortcuts();
    shortcuts.add([shortcut('g t'), shortcut('t'), shortcut('j')]);
    expect(shortcuts.find('j', 0)?.keys).toBe('j');
    expect(shortcuts.find('g', 10)).toBeNull();
    expect(shortcuts.find('t', 20)?.keys).toBe('g t');
    expect(shortcuts.find('t', 30)?.keys).toBe('t');
    expect(shortcuts.find('g', 40)).toBeNull();
    expect(shortcuts.find('t', 5_000)?.keys).toBe('t');
  });

  it('of what came last go first, and go away with it', () => {
    const shortcuts = new Shortcuts();
    shortcuts.add([{ ...shortcut('/'), label: 'everywhere' }]);
    const remove = shortcuts.add([{ ...shortcut('/'), label: 'here' }]);
    expect(shortcuts.find('/', 0)?.label).toBe('here');
    remove();
    expect(shortcuts.find('/', 0)?.label).toBe('everywhere');
    expect(shortcuts.all()).toHaveLength(1);
  });

  it('leave a key alone that means nothing now', () => {
    const shortcuts = new Shortcuts();
    let isAtEnd = false;
    shortcuts.add([{ ...shortcut('ArrowDown'), applies: () => !isAtEnd }]);
    expect(shortcuts.find('ArrowDown', 0)?.keys).toBe('ArrowDown');
    isAtEnd = true;
    expect(shortcuts.find('ArrowDown', 10)).toBeNull();
  });
});
