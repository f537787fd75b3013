/**
 * Copies of everything that the stack keeps, and putting them back: databases, models, event archive, keys, what Kafka keeps for ever. What was erased
 * or withdrawn since is erased and withdrawn again before a service answers.
 */
@NullMarked
package dev.aisle.local.backup;

import org.jspecify.annotations.NullMarked;
