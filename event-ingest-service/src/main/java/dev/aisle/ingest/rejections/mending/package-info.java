/** How an operator mends a refused event, and whether it may go in afterwards. Rules only; nothing here shows a value of a person. */
@NullMarked
package dev.aisle.ingest.rejections.mending;

import org.jspecify.annotations.NullMarked;
