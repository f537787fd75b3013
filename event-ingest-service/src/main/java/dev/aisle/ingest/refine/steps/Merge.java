package dev.aisle.ingest.refine.steps;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;
import java.util.Set;

/**
 * An event of an anonymous pseudonym becomes one of the known person behind it. Pseudonyms of browsers and of customers are
 * disjoint (the type of the identifier is hashed with it), so a known one is never linked further; that a merged event stays
 * where it is holds nevertheless by its mark.
 */
final class Merge {
    private Merge() {}

    /** Whether this event was merged already. */
    public static boolean isDone(ShopEvent event) {
        return event.hasRefinement() && !marks(event).isEmpty();
    }

    /** The mark that says from whom it came. */
    public static List<Correction> marks(ShopEvent event) {
        return event.getRefinement().getCorrectionsList().stream()
                .filter(correction -> correction.getKind() == Correction.Kind.MERGED_PERSON)
                .toList();
    }

    /** The event of a person whose pseudonym has another key now; it leaves no mark, so that nothing names the old one. */
    public static ShopEvent follow(String now, String anonymous, ShopEvent event) {
        return event.toBuilder()
                .setPseudonym(now)
                .setAnonymousPseudonym(anonymous)
                .build();
    }

    /**
     * The event as it goes to the partition of the known person, where it is judged by that person's consent.
     *
     * @param consentVersion of the known person now: of a refusal after it the event is as one that the door let in before
     */
    public static ShopEvent into(String known, long consentVersion, ShopEvent event, Set<Purpose> granted) {
        Correction mark = Correction.newBuilder()
                .setKind(Correction.Kind.MERGED_PERSON)
                .setField("pseudonym")
                .setBefore(event.getPseudonym())
                .setAfter(known)
                .build();
        return event.toBuilder()
                .setPseudonym(known)
                .setAnonymousPseudonym(event.getPseudonym())
                .setConsentVersion(consentVersion)
                .clearGrantedPurposes()
                .addAllGrantedPurposes(granted)
                .setRefinement(Refinement.newBuilder().addCorrections(mark))
                .build();
    }
}
