/** Tells controllers when the state of their request changes, at addresses that may be called. */
@NullMarked
package dev.aisle.privacy.rights.opendsr.callbacks;

import org.jspecify.annotations.NullMarked;
