export function Banner({ sale, loggedIn }) {
  if (!sale) {
    return <div className="banner banner--quiet">Free shipping over 50 €</div>;
  }
  return (
    <div className="banner banner--loud">
      {loggedIn ? (
        <strong>Members save twice</strong>
      ) : (
        <em>Save today</em>
      )}
      {sale.ends && <time dateTime="2026-12-24">until Christmas</time>}
    </div>
  );
}
