/**
 * What shoppers say to campaigns, and what it changes for them. Plain rules.
 */
@NullMarked
package dev.aisle.campaign.delivery.feedback;

import org.jspecify.annotations.NullMarked;

