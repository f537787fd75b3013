/** What the assistant needs of the shop that it speaks for; whoever hosts it implements {@link dev.aisle.assistant.shop.Shop}. */
@NullMarked
package dev.aisle.assistant.shop;

import org.jspecify.annotations.NullMarked;
