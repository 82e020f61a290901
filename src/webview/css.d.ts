// The bundler turns an imported style sheet into dist/panel.css.
declare module '*.css';
