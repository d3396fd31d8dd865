import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';

const { Base } = Mocha.reporters;
const lingerMs = 4000;

/**
 * A reporter of mocha that is silent about what passes, shows what fails in full, and leaves one line of JSON per event
 * in the file named by the option `file`, so that a run that hangs or crashes can still be counted.
 */
export default class LineReporter extends Base {
  constructor(runner, options) {
    super(runner, options);
    const { file } = options.reporterOption;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    const note = (event, test, words) => {
      const { duration, file: spec } = test ?? {};
      appendFileSync(file, `${JSON.stringify({ event, title: test?.fullTitle(), spec, duration, words })}\n`);
    };
    for (const event of ['pass', 'pending']) runner.on(event, (test) => note(event, test));
    runner.on('fail', (test, error) => note('fail', test, String(error?.message ?? error)));
    runner.on('test', (test) => note('begin', test));
    runner.once('end', () => {
      if (this.failures.length > 0) Base.list(this.failures);
      note('end');
      setTimeout(() => {
        console.error(`Still open after the last test: ${process.getActiveResourcesInfo().join(', ')}`);
      }, lingerMs).unref();
    });
  }
}
