/** What was refused, how an operator picks and mends it, and when it may go in again. Rules only; nothing here shows a value of a person. */
@NullMarked
package dev.aisle.ingest.rejections.domain;

import org.jspecify.annotations.NullMarked;
