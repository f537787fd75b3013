package dev.aisle.campaign.campaigns.domain;

/** What a shopper reads, in one language. */
public record Wording(String title, String body) {}
