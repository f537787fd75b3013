/**
 * What shoppers say to campaigns, and what it changes for them. Plain rules.
 */
@NullMarked
package dev.aisle.campaign.feedback.domain;

import org.jspecify.annotations.NullMarked;
