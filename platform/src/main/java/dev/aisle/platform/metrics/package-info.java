/**
 * What holds for the metrics of every service: which durations get a histogram, how full disks are, whether views are current. Labels never hold an identifier.
 */
@NullMarked
package dev.aisle.platform.metrics;

import org.jspecify.annotations.NullMarked;
