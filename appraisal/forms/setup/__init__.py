"""What people send while they set an appraisal up. A form reads and cleans; a service judges."""
