/** Replaces every service by its next version and back while a shop goes on: no request fails, no event is lost. */
@NullMarked
package dev.aisle.local.upgrade;

import org.jspecify.annotations.NullMarked;
