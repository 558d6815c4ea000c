"""The index: built once from a store, then asked."""
