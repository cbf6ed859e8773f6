export const Two = () => (
  <div>
    <p>One</p>
    <p>Two</p>
  </div>
);
