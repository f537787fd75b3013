/**
 * What every service needs of Kafka beside its channels: views of compacted topics, headers and dead letters. A view that isn't current answers with a denial.
 */
@NullMarked
package dev.aisle.platform.kafka;

import org.jspecify.annotations.NullMarked;
