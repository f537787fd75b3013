/**
 * Arms, contacts and orders, and their sums.
 */
@NullMarked
package dev.aisle.campaign.reports.store;

import org.jspecify.annotations.NullMarked;
