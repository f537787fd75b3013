/** Calls that may be repeated safely, and the version that a caller expects. */
@NullMarked
package dev.aisle.privacy.shared.calls;

import org.jspecify.annotations.NullMarked;
