/**
 * Errors as RFC 9457 problem documents. A problem names the field and the fix and never holds an identifier.
 */
@NullMarked
package dev.aisle.platform.problem;

import org.jspecify.annotations.NullMarked;
