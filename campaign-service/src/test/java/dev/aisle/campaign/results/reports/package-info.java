/** Tests of what is told of reports. */
@NullMarked
package dev.aisle.campaign.results.reports;

import org.jspecify.annotations.NullMarked;
