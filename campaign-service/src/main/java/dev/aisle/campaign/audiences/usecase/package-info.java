/**
 * Hands people who allow targeted ads to an ad platform, and takes them off again.
 */
@NullMarked
package dev.aisle.campaign.audiences.usecase;

import org.jspecify.annotations.NullMarked;
