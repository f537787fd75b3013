/**
 * Follows events and segments, and erases. Each batch is one transaction.
 */
@NullMarked
package dev.aisle.campaign.people.usecase;

import org.jspecify.annotations.NullMarked;
