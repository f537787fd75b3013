/** Feedback of shoppers on campaigns, and how it is taken. */
@NullMarked
package dev.aisle.campaign.delivery.feedback;

import org.jspecify.annotations.NullMarked;
