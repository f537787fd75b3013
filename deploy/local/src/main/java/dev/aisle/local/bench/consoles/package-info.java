/** How long the pages of the consoles take. */
@NullMarked
package dev.aisle.local.bench.consoles;

import org.jspecify.annotations.NullMarked;
