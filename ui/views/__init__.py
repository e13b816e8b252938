"""The pages: each chooses, asks, shows, and explains emptiness."""
