"""Order files that the demo sends, and the script that makes them."""
