const oldest = [20, 19];

/** Ends the process with advice when this Node cannot run the project. The first thing every program here does. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    `Piazza needs Node ${oldest.join('.')} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'Install a current Node (20, 22 or 24), then run the same command again.',
  );
  process.exit(1);
}
