/** Measures the flow, asks services how they are, and lists the settings in force. */
@NullMarked
package dev.aisle.ingest.operations.usecase;

import org.jspecify.annotations.NullMarked;
