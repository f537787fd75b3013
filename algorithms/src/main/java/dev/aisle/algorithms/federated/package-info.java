/**
 * Joint recommendation of partners that keep their people to themselves: implicit matrix factorisation whose person factors stay at home, while
 * clipped sums over people travel under masks that cancel, with Gaussian noise that an accountant counts. Keys and transport are the caller's.
 */
@NullMarked
package dev.aisle.algorithms.federated;

import org.jspecify.annotations.NullMarked;
