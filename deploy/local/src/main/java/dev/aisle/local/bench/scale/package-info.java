/** How large an installation must be, from what an event and a person cost, and whether that is so. */
@NullMarked
package dev.aisle.local.bench.scale;

import org.jspecify.annotations.NullMarked;
