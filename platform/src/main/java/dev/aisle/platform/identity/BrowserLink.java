package dev.aisle.platform.identity;

/**
 * Who uses a browser.
 *
 * @param customer the only one; empty when several do
 * @param shared   whether several customers have used it
 */
public record BrowserLink(String customer, boolean shared) {}
