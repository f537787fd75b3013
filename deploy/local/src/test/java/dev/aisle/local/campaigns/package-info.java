/** Tests of {@code ./aisle campaigns}. */
package dev.aisle.local.campaigns;
