export function HoldingPage() {
  return <h1>HoldingPage</h1>;
}
