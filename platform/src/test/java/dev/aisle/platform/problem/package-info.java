@NullMarked
package dev.aisle.platform.problem;

import org.jspecify.annotations.NullMarked;
