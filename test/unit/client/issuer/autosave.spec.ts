import { emptyDraft, type Draft } from '@piazza/shared/contract';
import { expect } from 'chai';
import { Autosave, type Saved } from '../../../../client/src/features/issuer/draft/autosave.ts';

const titled = (title: string): Draft => ({ ...emptyDraft, texts: { ...emptyDraft.texts, title } });
const silence = new Error('silence');
const stale = new Error('stale');
const refused = new Error('refused');

interface Sent {
  readonly title: string;
  readonly revision: number;
  readonly key: string;
  readonly answer: (error?: Error) => Promise<void>;
}

/** A venue that answers when it is told to, and a clock whose timers run when they are told to. */
function desk(revision = 3) {
  const sent: Sent[] = [];
  let timer: { run: () => void; ms: number } | null = null;
  let keys = 0;
  const first: Saved = { draft: emptyDraft, revision, savedAt: 0 };
  const autosave = new Autosave(first, {
    send: (attempt) =>
      new Promise<Saved>((resolve, reject) => {
        sent.push({
          title: attempt.draft.texts.title,
          revision: attempt.revision,
          key: attempt.key,
          answer: async (error) => {
            if (error === undefined)
              resolve({ draft: attempt.draft, revision: attempt.revision + 1, savedAt: 1 });
            else reject(error);
            await new Promise((done) => setImmediate(done));
          },
        });
      }),
    judge: (error) => (error === silence ? 'silence' : error === stale ? 'stale' : 'refused'),
    newKey: () => `key-${++keys}`,
    later: (run, ms) => {
      timer = { run, ms };
      return () => {
        timer = null;
      };
    },
  });
  return {
    autosave,
    sent,
    phase: () => autosave.state().phase,
    due: () => timer?.ms ?? null,
    elapse: () => {
      const due = timer;
      timer = null;
      due?.run();
    },
    last: () => {
      const last = sent.at(-1);
      if (last === undefined) throw new Error('nothing was sent');
      return last;
    },
  };
}

describe('autosave', () => {
  it('waits for a pause, then sends the newest text once', async () => {
    const it = desk();
    it.autosave.change(titled('a'));
    it.autosave.change(titled('ab'));
    expect([it.phase(), it.due(), it.sent.length]).to.deep.equal(['waiting', 800, 0]);
    it.elapse();
    expect(it.phase()).to.equal('saving');
    await it.last().answer();
    expect(it.sent.map(({ title, revision }) => [title, revision])).to.deep.equal([['ab', 3]]);
    expect([it.phase(), it.autosave.unsaved(), it.autosave.saved().revision]).to.deep.equal([
      'saved',
      false,
      4,
    ]);
  });

  it('sends nothing when what was typed is taken back', () => {
    const it = desk();
    it.autosave.change(titled('a'));
    it.autosave.change(emptyDraft);
    expect([it.phase(), it.due(), it.autosave.unsaved()]).to.deep.equal(['saved', null, false]);
  });

  it('sends what was typed during a save after it, on the new revision', async () => {
    const it = desk();
    it.autosave.change(titled('a'));
    it.elapse();
    it.autosave.change(titled('ab'));
    await it.last().answer();
    expect(it.phase()).to.equal('waiting');
    it.elapse();
    expect([it.last().title, it.last().revision]).to.deep.equal(['ab', 4]);
  });

  it('repeats an unanswered save under its key before anything newer', async () => {
    const it = desk();
    it.autosave.change(titled('a'));
    it.elapse();
    await it.last().answer(silence);
    expect([it.phase(), it.due()]).to.deep.equal(['retrying', 1_000]);
    it.autosave.change(titled('ab'));
    expect(it.phase()).to.equal('retrying');
    it.elapse();
    expect([it.last().title, it.last().key]).to.deep.equal(['a', 'key-1']);
    await it.last().answer();
    it.elapse();
    expect([it.last().title, it.last().key, it.last().revision]).to.deep.equal(['ab', 'key-2', 4]);
  });

  it('tries again ever more slowly, up to a quarter of a minute', async () => {
    const it = desk();
    const waits: (number | null)[] = [];
    it.autosave.change(titled('a'));
    for (let round = 0; round < 6; round++) {
      it.elapse();
      await it.last().answer(silence);
      waits.push(it.due());
    }
    expect(waits).to.deep.equal([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('flushes at once and tells whether all is saved', async () => {
    const it = desk();
    it.autosave.change(titled('a'));
    const flushed = it.autosave.flush();
    expect(it.due()).to.equal(null);
    await it.last().answer();
    expect(await flushed).to.equal(true);
    it.autosave.change(titled('ab'));
    const failed = it.autosave.flush();
    await it.last().answer(silence);
    expect(await failed).to.equal(false);
    expect(it.autosave.unsaved()).to.equal(true);
  });

  it('flushes also what was typed while it was sending', async () => {
    const it = desk();
    it.autosave.change(titled('a'));
    it.elapse();
    it.autosave.change(titled('ab'));
    const flushed = it.autosave.flush();
    await it.last().answer();
    expect(it.last().title).to.equal('ab');
    await it.last().answer();
    expect(await flushed).to.equal(true);
  });

  it('stops at a stale revision, keeps what is typed, and goes on once it is resolved', async () => {
    const it = desk();
    it.autosave.change(titled('mine'));
    it.elapse();
    await it.last().answer(stale);
    expect([it.phase(), it.due(), it.autosave.unsaved()]).to.deep.equal(['stale', null, true]);
    it.autosave.change(titled('mine!'));
    expect([it.phase(), it.due()]).to.deep.equal(['stale', null]);
    it.autosave.resolve({ draft: titled('theirs'), revision: 9, savedAt: 2 }, titled('mine!'));
    expect([it.last().title, it.last().revision]).to.deep.equal(['mine!', 9]);
    await it.last().answer();
    expect(it.phase()).to.equal('saved');
  });

  it('sends nothing when the other version is taken as it is', () => {
    const it = desk();
    it.autosave.resolve({ draft: titled('theirs'), revision: 9, savedAt: 2 }, titled('theirs'));
    expect([it.phase(), it.sent.length]).to.deep.equal(['saved', 0]);
  });

  it('takes over news while nothing is typed, and turns stale where something is', () => {
    const it = desk();
    const news = { draft: titled('theirs'), revision: 4, savedAt: 2 };
    expect(it.autosave.hear(news)).to.equal(true);
    expect(it.autosave.hear(news)).to.equal(false);
    it.autosave.change(titled('mine'));
    expect(it.autosave.hear({ ...news, revision: 5 })).to.equal(false);
    expect(it.phase()).to.equal('stale');
  });

  it('takes the same words from elsewhere for its own', async () => {
    const it = desk();
    it.autosave.change(titled('mine'));
    expect(it.autosave.hear({ draft: titled('mine'), revision: 4, savedAt: 2 })).to.equal(true);
    expect([it.phase(), it.due(), it.autosave.unsaved()]).to.deep.equal(['saved', null, false]);
    it.autosave.change(titled('mine too'));
    it.elapse();
    await it.last().answer(stale);
    expect(it.autosave.hear({ draft: titled('mine too'), revision: 6, savedAt: 3 })).to.equal(true);
    expect([it.phase(), it.autosave.saved().revision]).to.deep.equal(['saved', 6]);
  });

  it('does not take its own save for somebody else’s', async () => {
    const it = desk();
    it.autosave.change(titled('a'));
    it.elapse();
    expect(it.autosave.hear({ draft: titled('a'), revision: 4, savedAt: 1 })).to.equal(false);
    expect(it.phase()).to.equal('saving');
    await it.last().answer();
    expect(it.autosave.hear({ draft: titled('a'), revision: 4, savedAt: 1 })).to.equal(false);
    expect(it.phase()).to.equal('saved');
  });

  it('tells a refusal, and tries again only with another text', async () => {
    const it = desk();
    it.autosave.change(titled('a'));
    it.elapse();
    await it.last().answer(refused);
    expect(it.autosave.state()).to.deep.equal({ phase: 'refused', error: refused });
    expect(it.due()).to.equal(null);
    it.autosave.change(titled('ab'));
    expect([it.phase(), it.due()]).to.deep.equal(['waiting', 800]);
  });
});
