/**
 * The demo shop of the local stack: pages that show what the services give a storefront, and the gateway between them. A shop of one's own
 * takes its place; nothing of the suite needs it.
 */
@NullMarked
package dev.aisle.shop;

import org.jspecify.annotations.NullMarked;
