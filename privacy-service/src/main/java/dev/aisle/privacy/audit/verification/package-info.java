/** Compares the log with what its heads say, and with the rows that it covers. */
@NullMarked
package dev.aisle.privacy.audit.verification;

import org.jspecify.annotations.NullMarked;
