import Footer from "./components/Footer.jsx";
import Header from "./components/Header.jsx";
import NavBar from "./components/NavBar.jsx";
import Pier from "./components/Pier.jsx";
import Home from "./pages/Home.jsx";
import "./styles/pages.css";

export default function App() {
  return (
    <>
      <NavBar />
      <Header />
      <Home />
      <Pier />
      <Footer />
    </>
  );
}
