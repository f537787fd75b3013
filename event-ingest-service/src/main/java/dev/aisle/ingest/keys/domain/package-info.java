/** What a write key is: its secrets as hashes, where browsers may use it from, how much it may send. Rules only. */
@NullMarked
package dev.aisle.ingest.keys.domain;

import org.jspecify.annotations.NullMarked;
