package dev.aisle.shop.gateway;

/** Every API as the gateway calls it for one visitor. */
public record Apis(Door door, Recommender recommender, Campaigns campaigns, Flags flags, Till till, Privacy privacy) {}
