/** The models that make points of texts, each in a language. */
@NullMarked
package dev.aisle.text;

import org.jspecify.annotations.NullMarked;
