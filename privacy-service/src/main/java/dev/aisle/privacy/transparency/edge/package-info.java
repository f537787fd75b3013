/**
 * The route by which a shopper sees what is known. The storefront asks for the person it names.
 */
@NullMarked
package dev.aisle.privacy.transparency.edge;

import org.jspecify.annotations.NullMarked;
