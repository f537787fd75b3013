/**
 * What an export of an ad audience is. Plain rules.
 */
@NullMarked
package dev.aisle.campaign.audiences.domain;

import org.jspecify.annotations.NullMarked;
