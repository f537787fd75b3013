package dev.aisle.platform.sealing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Parser;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.SeenConsent;

/** Events are divided by hand, for speed; a test compares it with the contract. */
final class SealableEvent implements Sealable<ShopEvent> {
    @Override
    public ShopEvent clear(ShopEvent event) {
        ShopEvent.Builder clear = ShopEvent.newBuilder()
                .setMessageId(event.getMessageId())
                .setTenant(event.getTenant())
                .setPseudonym(event.getPseudonym())
                .setTypeValue(event.getTypeValue())
                .addAllGrantedPurposesValue(event.getGrantedPurposesValueList())
                .setConsentVersion(event.getConsentVersion())
                .setSource(event.getSource());
        if (event.hasOccurredAt()) {
            clear.setOccurredAt(event.getOccurredAt());
        }
        if (event.hasReceivedAt()) {
            clear.setReceivedAt(event.getReceivedAt());
        }
        return clear.build();
    }

    @Override
    public ShopEvent payload(ShopEvent event) {
        return event.toBuilder()
                .clearMessageId()
                .clearTenant()
                .clearPseudonym()
                .clearType()
                .clearGrantedPurposes()
                .clearConsentVersion()
                .clearSource()
                .clearOccurredAt()
                .clearReceivedAt()
                .clearSealed()
                .build();
    }

    @Override
    public ShopEvent whole(ShopEvent clear, ShopEvent payload) {
        return payload.toBuilder().mergeFrom(clear).build();
    }

    @Override
    public ByteString sealed(ShopEvent event) {
        return event.getSealed();
    }

    @Override
    public ShopEvent withSealed(ShopEvent clear, ByteString sealed) {
        return clear.toBuilder().setSealed(sealed).build();
    }

    @Override
    public String id(ShopEvent event) {
        return event.getMessageId();
    }

    @Override
    public SeenConsent seen(ShopEvent event) {
        return SeenConsent.of(event);
    }

    @Override
    public Parser<ShopEvent> parser() {
        return ShopEvent.parser();
    }
}
