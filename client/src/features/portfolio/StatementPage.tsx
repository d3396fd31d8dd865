export function StatementPage() {
  return <h1>StatementPage</h1>;
}
