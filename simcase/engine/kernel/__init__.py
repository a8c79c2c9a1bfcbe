"""What Numba compiles: functions that take arrays and fill arrays, without objects, names or luck of their own."""
