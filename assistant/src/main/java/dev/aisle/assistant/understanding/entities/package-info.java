/** What a text names: products, prices, sizes, dates and order numbers. */
@NullMarked
package dev.aisle.assistant.understanding.entities;

import org.jspecify.annotations.NullMarked;
