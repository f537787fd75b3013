/** Write keys: checked on the hot path, changed by an operator. Secrets are shown once and kept as hashes. */
@NullMarked
package dev.aisle.ingest.settings.keys;

import org.jspecify.annotations.NullMarked;
