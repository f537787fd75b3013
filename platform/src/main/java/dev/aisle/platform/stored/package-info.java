/**
 * What the databases of the services store, compared with what was acknowledged. The rules of what an event leaves behind stand here a second
 * time, so that a fault of a service isn't a fault of its checker.
 */
@NullMarked
package dev.aisle.platform.stored;

import org.jspecify.annotations.NullMarked;
