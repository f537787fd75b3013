/** Which of the campaigns that could be given is given, and by which rule each other one is not. Pure: the same inputs give the same ruling. */
@NullMarked
package dev.aisle.campaign.placements.domain.arbitration;

import org.jspecify.annotations.NullMarked;
