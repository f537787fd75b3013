package dev.aisle.campaign.campaigns.contacts;

import java.time.Instant;

/** One of the words that change what somebody gets: useful, not for me, too often. */
public record SaidWord(String campaign, String word, Instant at) {}
