/** The demo shop and the preference centre as a shopper meets them: in a browser, with every service behind them. */
@NullMarked
package dev.aisle.e2e.shop;

import org.jspecify.annotations.NullMarked;
