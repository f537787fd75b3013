/**
 * After an older database was put back: whom it brings back of the erased is removed again, before the service is ready.
 */
@NullMarked
package dev.aisle.platform.restore;

import org.jspecify.annotations.NullMarked;
