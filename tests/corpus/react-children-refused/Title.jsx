export const Title = () => (
  <h1>
    Hello <b>you</b>
  </h1>
);
