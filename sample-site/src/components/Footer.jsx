export default function Footer() {
  return (
    <footer className="footer" style={{ color: "#d9e4e8" }}>
      <p className="footer-text">© Harbour Coffee · Pier 4, open all year</p>
    </footer>
  );
}
