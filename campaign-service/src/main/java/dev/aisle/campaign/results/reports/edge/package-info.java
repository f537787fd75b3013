/**
 * Events in, reports out.
 */
@NullMarked
package dev.aisle.campaign.results.reports.edge;

import org.jspecify.annotations.NullMarked;

