"""The only reader of store files and of readers' copies of the texts."""
