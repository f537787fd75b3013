package dev.aisle.campaign.campaigns.domain.reading;

/**
 * One thing that is wrong in a definition.
 *
 * @param place JSON pointer: {@code /budget/amount}; empty for all of it
 * @param message what is wrong
 * @param fix what to write instead
 */
public record Finding(String place, String message, String fix) {}
