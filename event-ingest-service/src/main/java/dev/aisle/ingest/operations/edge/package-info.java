/** The pages of an operator. */
@NullMarked
package dev.aisle.ingest.operations.edge;

import org.jspecify.annotations.NullMarked;
