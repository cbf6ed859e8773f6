export const Banner = () => (
  <section
    // the whole width
    id="banner" /* kept */
  >
    <h1 /* title */ className="title" // one line
    />
    <p style={{ /* nothing yet */ }} data-lead>
      {/* before */}
      Old words {/* after */}
    </p>
    <hr style={{}} />
  </section>
);
