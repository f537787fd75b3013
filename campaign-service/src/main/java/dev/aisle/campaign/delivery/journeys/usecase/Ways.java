package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.delivery.journeys.usecase.JudgeSend.Way;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.contracts.common.v1.Purpose;
import java.util.List;
import java.util.stream.Stream;

/** By which ways a campaign sends, and which purpose each needs. */
public final class Ways {
    private static final Way EMAIL = new Way(Channel.EMAIL, Purpose.MARKETING_EMAIL);
    private static final Way PUSH = new Way(Channel.PUSH, Purpose.MARKETING_PUSH);

    private Ways() {}

    /** E-mail before push; none of a campaign that only makes ad audiences. */
    public static List<Way> of(Definition definition) {
        return Stream.of(
                        definition.channels().contains(dev.aisle.campaign.campaigns.domain.definition.Channel.EMAIL)
                                ? EMAIL
                                : null,
                        definition.channels().contains(dev.aisle.campaign.campaigns.domain.definition.Channel.WEBHOOK)
                                ? PUSH
                                : null)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
