"""What a timeline is: frozen values, always valid, no input or output."""
