package dev.aisle.campaign.campaigns.domain.definition;

/**
 * An amount of money.
 *
 * @param minorUnits cents of a euro, yen of a yen
 * @param currency ISO 4217
 */
public record Amount(long minorUnits, String currency) {}
