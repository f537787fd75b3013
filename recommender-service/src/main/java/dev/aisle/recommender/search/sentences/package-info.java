/** The models that make points of texts, each in a language. */
@NullMarked
package dev.aisle.recommender.search.sentences;

import org.jspecify.annotations.NullMarked;
