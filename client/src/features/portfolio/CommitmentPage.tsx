export function CommitmentPage() {
  return <h1>CommitmentPage</h1>;
}
