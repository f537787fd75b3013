/** The chat element as a shopper meets it: in the demo shop, in a browser, with the real service behind it. */
@NullMarked
package dev.aisle.e2e.chat;

import org.jspecify.annotations.NullMarked;
