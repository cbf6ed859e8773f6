export function Hero() {
  return (
    <section /* the first thing people see */ className="hero">
      {/* keep this short */}
      <h1>
        {/* reviewed by marketing */}
        Fresh bread
        {/* until here */}
      </h1>
      {/* <p>old text</p> */}
      <p>From our own oven{/* since 1987 */}</p>
    </section>
  );
}
