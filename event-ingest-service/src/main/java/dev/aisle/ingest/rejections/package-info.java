/** Lists what was refused, and sends it in again: once, in order per person, and only as far as the person allows it now. No payload ever leaves here. */
@NullMarked
package dev.aisle.ingest.rejections;

import org.jspecify.annotations.NullMarked;
