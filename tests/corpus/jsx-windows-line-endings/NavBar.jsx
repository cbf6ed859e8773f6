export default function NavBar() {
  return (
    <nav>
      <ul>
        <li>
          <a href="/">Home</a>
        </li>
      </ul>
      <p>
        Open
        daily
      </p>
    </nav>
  );
}
