/** How the whole flow stands, for operators: stages, those who read them, services and settings. */
@NullMarked
package dev.aisle.ingest.operations;

import org.jspecify.annotations.NullMarked;
