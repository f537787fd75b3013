package dev.aisle.ingest.door.domain;

import dev.aisle.algorithms.privacy.pii.MaskedText;
import dev.aisle.algorithms.privacy.pii.PhoneRegions;
import dev.aisle.algorithms.privacy.pii.PiiDetector;
import dev.aisle.algorithms.privacy.pii.PiiSpan;
import dev.aisle.algorithms.privacy.pii.PiiType;
import dev.aisle.contracts.events.v1.Masked;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.values.TextGuard;
import java.util.EnumSet;
import java.util.List;

/** Masks in the texts of one event what identifies somebody, and notes in the event what was masked where. */
final class Masking implements TextGuard {
    private static final PiiDetector WORDS = PiiDetector.of(PiiType.inFreeText());
    /** Ids of products and orders may be of any digits: only what nobody would take for an id. */
    private static final PiiDetector IDS = PiiDetector.of(
            EnumSet.of(PiiType.EMAIL_ADDRESS, PiiType.IBAN_CODE, PiiType.PHONE_NUMBER), new PhoneRegions(List.of()));

    private static final String OWN_ID = "id";
    private static final String OWN_ID_PLACEHOLDER = "[" + OWN_ID + "]";

    private final Identity identity;
    private final ShopEvent.Builder event;

    Masking(Identity identity, ShopEvent.Builder event) {
        this.identity = identity;
        this.event = event;
    }

    @Override
    public String id(String above, String name, String text) {
        return masked(above, name, text, IDS);
    }

    @Override
    public String words(String above, String name, String text) {
        if (identity.isGivenAwayBy(text.strip())) {
            note(above + name, OWN_ID);
            return OWN_ID_PLACEHOLDER;
        }
        return masked(above, name, text, WORDS);
    }

    /** Whether an id that must stay as it is tells whom it belongs to. */
    static boolean holdsAddress(String id) {
        return !IDS.find(id).isEmpty();
    }

    private String masked(String above, String name, String text, PiiDetector detector) {
        String harmless = text;
        if (identity.isHeldBy(text)) {
            harmless = identity.hideIn(text, OWN_ID_PLACEHOLDER);
            note(above + name, OWN_ID);
        }
        MaskedText masked = detector.mask(harmless);
        for (PiiSpan span : masked.found()) {
            note(above + name, span.type().label());
        }
        return masked.text();
    }

    private void note(String path, String type) {
        for (Masked.Builder masked : event.getMaskedBuilderList()) {
            if (masked.getField().equals(path) && masked.getType().equals(type)) {
                masked.setCount(masked.getCount() + 1);
                return;
            }
        }
        event.addMasked(Masked.newBuilder().setField(path).setType(type).setCount(1));
    }
}
