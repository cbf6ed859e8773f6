export const Links = ({ user }) => (
  <ul>
    <li><a href="/">Home</a></li>

    <li><a href="/shop">Shop</a></li>

    {user && <li><a href="/me">Me</a></li>}
  </ul>
);
