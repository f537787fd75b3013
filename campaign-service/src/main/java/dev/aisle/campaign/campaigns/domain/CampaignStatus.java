package dev.aisle.campaign.campaigns.domain;

import java.util.Arrays;
import java.util.Optional;

/** Whether a campaign decides now. */
public enum CampaignStatus {
    ACTIVE("active"),
    PAUSED("paused");

    private final String code;

    CampaignStatus(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }

    /** The status with that name on the wire. */
    public static Optional<CampaignStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
