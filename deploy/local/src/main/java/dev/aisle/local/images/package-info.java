/** Images of the services, and what must run beside while they are made. */
@NullMarked
package dev.aisle.local.images;

import org.jspecify.annotations.NullMarked;
