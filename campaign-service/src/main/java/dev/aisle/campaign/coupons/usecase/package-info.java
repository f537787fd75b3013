/**
 * Makes coupons, issues codes, checks, reserves, redeems and releases. Each use case owns its transactions.
 */
@NullMarked
package dev.aisle.campaign.coupons.usecase;

import org.jspecify.annotations.NullMarked;
