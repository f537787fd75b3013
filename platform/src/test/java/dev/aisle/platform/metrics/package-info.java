@NullMarked
package dev.aisle.platform.metrics;

import org.jspecify.annotations.NullMarked;
