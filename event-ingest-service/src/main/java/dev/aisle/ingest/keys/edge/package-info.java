/** The write keys as operators see them over HTTP. Parses and answers, decides nothing. */
@NullMarked
package dev.aisle.ingest.keys.edge;

import org.jspecify.annotations.NullMarked;
