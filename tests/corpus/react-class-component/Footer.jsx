import React from "react";

export class Footer extends React.Component {
  static defaultProps = { year: 2026 };

  renderLinks() {
    return (
      <ul className="footer-links">
        <li><a href="/imprint">Imprint</a></li>
        <li><a href="/privacy">Privacy</a></li>
      </ul>
    );
  }

  render() {
    return (
      <footer>
        <p>
          All rights
          reserved.
        </p>
        <small>&copy; {this.props.year} Acme</small>
        {this.renderLinks()}
      </footer>
    );
  }
}
