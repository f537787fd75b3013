/** What a file of the archive is called and what a row has. Plain rules. */
@NullMarked
package dev.aisle.ingest.archive.domain;

import org.jspecify.annotations.NullMarked;
