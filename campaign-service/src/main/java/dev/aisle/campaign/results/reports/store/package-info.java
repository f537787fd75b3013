/**
 * Arms, contacts and orders, and their sums.
 */
@NullMarked
package dev.aisle.campaign.results.reports.store;

import org.jspecify.annotations.NullMarked;

