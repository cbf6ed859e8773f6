export default function Hero() {
  return (
    <h1 className="hero">
      Build{" "}
      <em>faster</em>
      {", "}ship <b>sooner</b>.
    </h1>
  );
}
