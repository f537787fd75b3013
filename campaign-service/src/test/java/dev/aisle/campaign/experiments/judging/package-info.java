/** What figures allow to say. */
@org.jspecify.annotations.NullMarked
package dev.aisle.campaign.experiments.judging;
