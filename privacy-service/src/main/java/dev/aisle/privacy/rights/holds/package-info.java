/** Legal holds: nothing of a person is erased while one stands. */
@NullMarked
package dev.aisle.privacy.rights.holds;

import org.jspecify.annotations.NullMarked;
