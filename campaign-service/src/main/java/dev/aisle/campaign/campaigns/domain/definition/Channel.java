package dev.aisle.campaign.campaigns.domain.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to somebody who isn't on the site. */
public enum Channel {
    EMAIL("email"),
    /** Push and SMS providers. */
    WEBHOOK("webhook"),
    /** People handed to an ad platform; needs the ads purpose. */
    AD_AUDIENCE("ad_audience");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }

    /** The channel of that name. */
    public static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code.equals(code))
                .findFirst();
    }

    /** All names. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Channel::code).toList();
    }
}
