"""Room: runtime. It holds the plumbing both processes need."""
