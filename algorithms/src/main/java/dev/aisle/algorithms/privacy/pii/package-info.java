/**
 * Finds what identifies a person inside a free text: addresses, telephone, card and account numbers. A clean text costs one pass over
 * its characters; a library is asked only about what looks like a find.
 */
@NullMarked
package dev.aisle.algorithms.privacy.pii;

import org.jspecify.annotations.NullMarked;
