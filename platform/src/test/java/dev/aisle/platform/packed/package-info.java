/** Tests of maps that keep bytes. */
@NullMarked
package dev.aisle.platform.packed;

import org.jspecify.annotations.NullMarked;
