/** Audiences handed to advertising platforms, by those who allow it. */
@NullMarked
package dev.aisle.campaign.delivery.audiences;

import org.jspecify.annotations.NullMarked;
