@NullMarked
package dev.aisle.platform.tracing;

import org.jspecify.annotations.NullMarked;
