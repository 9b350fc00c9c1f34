"""`golden carry`: proposes the golden of a new edition from that of the old one."""
