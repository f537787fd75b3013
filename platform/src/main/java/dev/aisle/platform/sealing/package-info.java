/**
 * Payloads of events under the key of their person, as they lie in the log. Whose key is gone can't be read by anybody, and stops nobody.
 */
@NullMarked
package dev.aisle.platform.sealing;

import org.jspecify.annotations.NullMarked;
