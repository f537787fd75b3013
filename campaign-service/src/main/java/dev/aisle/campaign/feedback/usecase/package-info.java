/**
 * Takes what shoppers say and do with what they got.
 */
@NullMarked
package dev.aisle.campaign.feedback.usecase;

import org.jspecify.annotations.NullMarked;
