export const Empty = () => (
  <main>
    <h1></h1>
    <h2 className="sub" />
    <p>
    </p>
    <Caption/>
  </main>
);
