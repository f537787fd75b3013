@NullMarked
package dev.aisle.algorithms.federated;

import org.jspecify.annotations.NullMarked;
