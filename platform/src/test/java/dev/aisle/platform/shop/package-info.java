/** Tests of what follows from a shop's name. */
@NullMarked
package dev.aisle.platform.shop;

import org.jspecify.annotations.NullMarked;
