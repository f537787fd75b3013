/**
 * The index of words: Lucene in a folder of its own, made anew at each start.
 */
@NullMarked
package dev.aisle.recommender.search.store;

import org.jspecify.annotations.NullMarked;
