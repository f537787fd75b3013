/**
 * {@code ./aisle federate}: shops learn one recommender together, and nobody's people leave. A coordinator adds up masked sums; participants keep their
 * people. Both speak over mutual TLS.
 */
@NullMarked
package dev.aisle.federate;

import org.jspecify.annotations.NullMarked;
