/** What people search for and what is found, by code, by words and by meaning. */
@NullMarked
package dev.aisle.recommender.search;

import org.jspecify.annotations.NullMarked;
