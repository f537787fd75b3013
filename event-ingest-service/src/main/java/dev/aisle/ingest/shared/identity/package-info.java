/** Who somebody is: a person's pseudonym of the current epoch, and the operator who changed something. Nothing remembers the identifier. */
@NullMarked
package dev.aisle.ingest.shared.identity;

import org.jspecify.annotations.NullMarked;
