/**
 * What a key still holds, and what a claim must have. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.pseudonyms.domain;

import org.jspecify.annotations.NullMarked;
