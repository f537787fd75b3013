/**
 * Events in, reports out.
 */
@NullMarked
package dev.aisle.campaign.reports.edge;

import org.jspecify.annotations.NullMarked;
