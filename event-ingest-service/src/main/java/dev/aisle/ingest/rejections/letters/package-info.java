/** Dead letters: which records nobody could read, and how they go in again. */
@NullMarked
package dev.aisle.ingest.rejections.letters;

import org.jspecify.annotations.NullMarked;
