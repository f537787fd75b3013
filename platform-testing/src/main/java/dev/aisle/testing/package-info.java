/**
 * What component tests stand on: a real Kafka broker, a real PostgreSQL, signed tokens and the layer rules.
 * One broker and one database serve all tests of a module.
 */
@NullMarked
package dev.aisle.testing;

import org.jspecify.annotations.NullMarked;
