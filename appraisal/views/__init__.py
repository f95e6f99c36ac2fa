"""Function views: load, form, one call, then redirect or render."""
