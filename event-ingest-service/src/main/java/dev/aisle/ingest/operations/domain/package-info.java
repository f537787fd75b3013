/** How the whole flow stands: stages, those who read them, services and settings. Rules only. */
@NullMarked
package dev.aisle.ingest.operations.domain;

import org.jspecify.annotations.NullMarked;
