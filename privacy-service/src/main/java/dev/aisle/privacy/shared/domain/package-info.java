/**
 * How callers name a data subject, and how they repeat a call safely. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.shared.domain;

import org.jspecify.annotations.NullMarked;
