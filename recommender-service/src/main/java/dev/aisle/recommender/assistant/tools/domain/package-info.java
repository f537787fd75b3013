/** What the shop's systems say about orders and coupons, and how a product is told in words. */
@NullMarked
package dev.aisle.recommender.assistant.tools.domain;

import org.jspecify.annotations.NullMarked;
