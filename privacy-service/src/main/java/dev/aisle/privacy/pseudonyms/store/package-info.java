/**
 * Who is known under which pseudonym, and how far a rotation is. Tables only.
 */
@NullMarked
package dev.aisle.privacy.pseudonyms.store;

import org.jspecify.annotations.NullMarked;
