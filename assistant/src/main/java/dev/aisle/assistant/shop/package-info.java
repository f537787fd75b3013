/** The shop that the assistant speaks for: {@link dev.aisle.assistant.shop.Shop}, which the host implements, and its products. */
@NullMarked
package dev.aisle.assistant.shop;

import org.jspecify.annotations.NullMarked;
