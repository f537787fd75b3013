/**
 * The tombstones of erased subjects, the lock of a subject, and answers for repeated calls. Tables only.
 */
@NullMarked
package dev.aisle.privacy.shared.store;

import org.jspecify.annotations.NullMarked;
