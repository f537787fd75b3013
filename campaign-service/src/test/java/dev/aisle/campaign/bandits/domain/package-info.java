/** Tests of what is told of reports. */
@NullMarked
package dev.aisle.campaign.bandits.domain;

import org.jspecify.annotations.NullMarked;
