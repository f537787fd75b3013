/**
 * What an export of an ad audience is. Plain rules.
 */
@NullMarked
package dev.aisle.campaign.delivery.audiences;

import org.jspecify.annotations.NullMarked;

