/** Answers whether a person's data may be used for a purpose, and why. */
@NullMarked
package dev.aisle.privacy.consent.decisions;

import org.jspecify.annotations.NullMarked;
