export const Button = ({ children, ...props }) => (
  <button type="button" className="btn" {...props}>
    {children}
  </button>
);

export const CallToAction = (props) => (
  <Button title="Book a table" {...props}>
    Book now
  </Button>
);
