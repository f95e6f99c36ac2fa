"""The method, pure: values in, figures and sentences out. No Django, no clock, no unseeded randomness."""
