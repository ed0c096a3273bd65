"""The themes that come with the product: one data folder each."""
