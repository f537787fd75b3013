/** Who somebody is today: the pseudonym of the current epoch. Nothing remembers the identifier. */
@NullMarked
package dev.aisle.ingest.shared.usecase;

import org.jspecify.annotations.NullMarked;
