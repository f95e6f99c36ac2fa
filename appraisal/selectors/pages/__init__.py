"""One function a screen: each gives the page everything it prints, worked out and in words."""
