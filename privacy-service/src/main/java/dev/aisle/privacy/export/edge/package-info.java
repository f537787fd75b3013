/**
 * Archives over HTTP, what an erasure would remove, and the clock that asks the services. Parses, delegates and answers.
 */
@NullMarked
package dev.aisle.privacy.export.edge;

import org.jspecify.annotations.NullMarked;
