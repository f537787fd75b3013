/** Tests of what is told of reports. */
@NullMarked
package dev.aisle.campaign.reports.edge;

import org.jspecify.annotations.NullMarked;
