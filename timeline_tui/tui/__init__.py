"""The explorer: keys, mouse and screen over a library that it is handed."""
