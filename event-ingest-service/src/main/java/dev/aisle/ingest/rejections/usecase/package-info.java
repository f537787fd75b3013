/** Lists what was refused, and sends it in again: once, in order per person, and only as far as the person allows it now. */
@NullMarked
package dev.aisle.ingest.rejections.usecase;

import org.jspecify.annotations.NullMarked;
