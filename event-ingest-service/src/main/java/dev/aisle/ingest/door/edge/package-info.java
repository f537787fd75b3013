/** Where requests of every protocol come in and answers go out, and the pseudonyms of a storefront. Decodes bytes and writes answers, decides nothing. */
@NullMarked
package dev.aisle.ingest.door.edge;

import org.jspecify.annotations.NullMarked;
