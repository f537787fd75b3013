/** Tests of who belongs to whom. */
@NullMarked
package dev.aisle.platform.identity;

import org.jspecify.annotations.NullMarked;
