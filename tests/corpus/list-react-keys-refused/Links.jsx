export const links = (
  <ul>
    <li key="home"><a href="/">Home</a></li>
    <li key="about"><a href="/about">About</a></li>
  </ul>
);
