/** How the server's engine is set, and that of the benchmarks of its core. */
export const engineFlags: readonly string[];
