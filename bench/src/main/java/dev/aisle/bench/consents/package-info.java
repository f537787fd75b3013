/** What everybody's consents take in memory, as bytes and as objects. */
@NullMarked
package dev.aisle.bench.consents;

import org.jspecify.annotations.NullMarked;
