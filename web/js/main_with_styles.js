// The entry of the page that is one file: its styles come with it.
import '../css/main.css';
import './main.js';
