"""Room: cards. It draws what people see."""
