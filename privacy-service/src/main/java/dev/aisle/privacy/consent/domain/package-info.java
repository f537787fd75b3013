/**
 * What a subject has said, and what follows from it for a purpose. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.consent.domain;

import org.jspecify.annotations.NullMarked;
