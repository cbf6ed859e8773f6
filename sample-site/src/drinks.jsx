import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import Footer from "./components/Footer.jsx";
import NavBar from "./components/NavBar.jsx";
import Drinks from "./pages/Drinks.jsx";
import "./styles/site.css";
import "./styles/pages.css";

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <NavBar />
    <Drinks />
    <Footer />
  </StrictMode>,
);
