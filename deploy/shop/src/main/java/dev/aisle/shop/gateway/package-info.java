/**
 * The shop's gateway: one class for each API that a storefront calls. It alone has credentials, and it decides whom a call is about; a page never does.
 */
@NullMarked
package dev.aisle.shop.gateway;

import org.jspecify.annotations.NullMarked;
