/**
 * Keeps who was assigned to which arm and what they did, and reports it.
 */
@NullMarked
package dev.aisle.campaign.reports.usecase;

import org.jspecify.annotations.NullMarked;
