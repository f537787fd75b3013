package dev.aisle.ingest.refine.steps;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.refine.memory.History.Active;
import dev.aisle.ingest.refine.memory.ProductMemory;
import dev.aisle.ingest.refine.values.Cleaning;
import dev.aisle.ingest.refine.values.Corrections;
import dev.aisle.ingest.refine.values.CurrencyConversion;
import dev.aisle.ingest.refine.values.MissingValues;
import dev.aisle.ingest.refine.values.Units;
import dev.aisle.ingest.shared.events.FieldPurposes;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What an accepted event goes through: minimised again, its values in one form, its place, its flags. */
final class FinishEvent {
    /**
     * An event that goes on.
     *
     * @param granted the purposes that were granted at the door and still are
     */
    record Accepted(ShopEvent event, Set<Purpose> granted) {}

    /** The event in its last form, and the person's history with it. */
    record Finished(ShopEvent event, Active history) {}

    private final RefineRules rules;
    private final ProductMemory products;
    private final FlagEvent flagEvent;

    FinishEvent(RefineRules rules, ProductMemory products, FlagEvent flagEvent) {
        this.rules = rules;
        this.products = products;
        this.flagEvent = flagEvent;
    }

    Finished finish(Accepted accepted, Active before) {
        ShopEvent.Builder event = minimised(accepted);
        Corrections corrections = corrected(event);
        Placement placement = Placement.of(
                before, Timestamps.toInstant(event.getOccurredAt()), event.getPseudonym(), event.getMessageId());
        List<Flag> flags = flagEvent.flag(event, placement.after().pace());
        Refinement.Builder refinement = Refinement.newBuilder()
                .setRefinedAt(Timestamps.of(Instant.now()))
                .setSessionId(placement.session().toString())
                .setSessionPosition(placement.position())
                .setPersonSequence(placement.after().sequence())
                .setLate(placement.late() || isLate(event))
                .addAllFlags(flags)
                .addAllCorrections(Merge.marks(accepted.event()))
                .addAllCorrections(corrections.noted());
        return new Finished(event.setRefinement(refinement).build(), placement.after());
    }

    /** A purpose that was lost since the door takes its fields with it. */
    private static ShopEvent.Builder minimised(Accepted accepted) {
        ShopEvent.Builder event =
                accepted.event().toBuilder().clearGrantedPurposes().addAllGrantedPurposes(accepted.granted());
        if (accepted.granted().size() < accepted.event().getGrantedPurposesCount()) {
            FieldPurposes.minimise(event, accepted.granted());
        }
        return event;
    }

    private Corrections corrected(ShopEvent.Builder event) {
        Corrections corrections = new Corrections();
        Cleaning.clean(event, corrections);
        Units.normalise(event, corrections);
        CurrencyConversion.convert(event, rules.currency(), rules.rates().get(), corrections);
        MissingValues.treat(event, products::of, corrections);
        return corrections;
    }

    private boolean isLate(ShopEvent.Builder event) {
        Duration age = Duration.between(
                Timestamps.toInstant(event.getOccurredAt()), Timestamps.toInstant(event.getReceivedAt()));
        return age.compareTo(rules.allowedLateness()) > 0;
    }
}
