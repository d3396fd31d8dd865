export function CommitmentsPage() {
  return <h1>CommitmentsPage</h1>;
}
