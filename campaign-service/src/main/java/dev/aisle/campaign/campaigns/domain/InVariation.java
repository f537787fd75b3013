package dev.aisle.campaign.campaigns.domain;

/**
 * A campaign is for those who are in a variation of an experiment, so that campaigns, their coupons and texts can be compared.
 *
 * @param variation its key in the experiment
 */
public record InVariation(String experiment, String variation) {}
