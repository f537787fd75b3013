/**
 * What shoppers said.
 */
@NullMarked
package dev.aisle.campaign.feedback.store;

import org.jspecify.annotations.NullMarked;
