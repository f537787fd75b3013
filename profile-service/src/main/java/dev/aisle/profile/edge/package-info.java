/**
 * Kafka and HTTP in and out. Nothing is decided here.
 */
@NullMarked
package dev.aisle.profile.edge;

import org.jspecify.annotations.NullMarked;
