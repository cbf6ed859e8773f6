export const Team = () => (
  <>
    <h2>Our team</h2>
    <>
      <p>Three people and a dog.</p>
    </>
    <React.Fragment key="more">
      <p>And a boat.</p>
    </React.Fragment>
  </>
);
