const plans: Plan[] = [
  { name: "Basic", price: "$9", popular: false },
  { name: 'Pro', price: "$29", popular: false }, // the usual one
] as const;

export default function Home() {
  return <ul>{plans.map((plan) => <li key={plan.name}>{plan.name}</li>)}</ul>;
}
