/**
 * Settings and time. What more than one feature needs.
 */
@NullMarked
package dev.aisle.campaign.shared;

import org.jspecify.annotations.NullMarked;
