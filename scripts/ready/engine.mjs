/** How the server's engine is set, and that of the benchmarks of its core. */
export const engineFlags = [
  // A busy market makes much that lives for milliseconds: with V8's own 16 MB a third of its time went into copying it.
  '--min-semi-space-size=16',
  '--max-semi-space-size=64',
  // An order passes through some fifty small functions. V8 stops compiling them into one another long before the last;
  // with more room the core does a sixth more orders a second.
  '--max-inlined-bytecode-size-cumulative=3000',
];
