package dev.aisle.platform.sealing;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.messages.v1.OutboundMessage;
import dev.aisle.contracts.segments.v1.SegmentChange;

/** Every message of a topic that says something of a person. */
public final class Sealables {
    public static final Sealable<ShopEvent> EVENT = new SealableEvent();

    public static final Sealable<Exposure> EXPOSURE =
            new SealableByContract<>(Exposure.class, Exposure.getDefaultInstance(), Exposure.parser(), "exposure_id");

    public static final Sealable<SegmentChange> SEGMENT_CHANGE = new SealableByContract<>(
            SegmentChange.class, SegmentChange.getDefaultInstance(), SegmentChange.parser(), "change_id");

    public static final Sealable<OutboundMessage> OUTBOUND_MESSAGE = new SealableByContract<>(
            OutboundMessage.class, OutboundMessage.getDefaultInstance(), OutboundMessage.parser(), "message_id");

    private Sealables() {}
}
