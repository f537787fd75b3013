package dev.aisle.campaign.campaigns.store;

import java.io.Serializable;

/** A campaign in a version. */
record CampaignKey(String id, int version) implements Serializable {}
