/**
 * What people search for and what is found. Plain records and the rules of joining lists.
 */
@NullMarked
package dev.aisle.recommender.search.domain;

import org.jspecify.annotations.NullMarked;
