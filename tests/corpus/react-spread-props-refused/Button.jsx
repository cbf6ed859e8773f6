export const CallToAction = (props) => (
  <Button title="Book a table" {...props}>
    Book now
  </Button>
);
