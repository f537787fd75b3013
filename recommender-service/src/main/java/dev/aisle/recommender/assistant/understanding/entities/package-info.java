/** What a text names: products, prices, sizes, dates and order numbers. */
@NullMarked
package dev.aisle.recommender.assistant.understanding.entities;

import org.jspecify.annotations.NullMarked;
