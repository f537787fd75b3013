/**
 * Who was erased, and how a service says that it is done. A pseudonym that was erased is never used again.
 */
@NullMarked
package dev.aisle.platform.erasure;

import org.jspecify.annotations.NullMarked;
