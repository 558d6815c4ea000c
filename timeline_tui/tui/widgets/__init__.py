"""The widgets of the explorer; none knows another."""
