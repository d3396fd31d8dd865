/** The load, in a process of its own. Gets jobs from its parent and answers each with its figures. */
import { run, type Job } from './load.ts';

process.once('disconnect', () => process.exit(0));
process.on('message', (job: Job) => {
  void run(job).then(
    (figures) => process.send?.(figures),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
      process.exit(1);
    },
  );
});
