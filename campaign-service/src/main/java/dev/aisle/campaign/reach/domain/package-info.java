/**
 * What a dry run found, and what of it may be told. Plain rules.
 */
@NullMarked
package dev.aisle.campaign.reach.domain;

import org.jspecify.annotations.NullMarked;
