/**
 * Whether there is something sound to learn from. A check compares with a limit or with the training before.
 */
@NullMarked
package dev.aisle.recommender.models.checks;

import org.jspecify.annotations.NullMarked;
