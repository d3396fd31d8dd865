export function DealFlowPage() {
  return <h1>DealFlowPage</h1>;
}
