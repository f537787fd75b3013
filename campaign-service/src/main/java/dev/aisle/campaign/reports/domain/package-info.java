/**
 * What a campaign achieved, as far as it may be told and as far as figures allow.
 */
@NullMarked
package dev.aisle.campaign.reports.domain;

import org.jspecify.annotations.NullMarked;
