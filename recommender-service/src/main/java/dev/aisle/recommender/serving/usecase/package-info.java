/**
 * Answers what a storefront asks. Looks at consent first, then at the history.
 */
@NullMarked
package dev.aisle.recommender.serving.usecase;

import org.jspecify.annotations.NullMarked;
