/** The signed receipts of services that have erased somebody. */
@NullMarked
package dev.aisle.privacy.rights.receipts;

import org.jspecify.annotations.NullMarked;
