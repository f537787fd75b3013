package dev.aisle.profile.analysis.edge;

import org.jspecify.annotations.Nullable;

/**
 * Which events are meant; what is missing isn't asked for.
 *
 * @param type {@code product_view}, {@code cart_add}, {@code purchase}, …; {@code custom} with a name
 * @param name of a custom event
 * @param category of one of the products, or a category above it
 * @param brand of the same product
 * @param product its id
 * @param page beginning of the page's path
 */
record EventRequest(
        @Nullable String type,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String product,
        @Nullable String page) {}
