/** Tests of what is told of reports. */
@NullMarked
package dev.aisle.campaign.reports.domain;

import org.jspecify.annotations.NullMarked;
