package dev.aisle.ingest.refine.steps;

import dev.aisle.algorithms.robust.RobustScale;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.refine.flags.BotSigns;
import dev.aisle.ingest.refine.flags.Measured;
import dev.aisle.ingest.refine.flags.Outlier;
import dev.aisle.ingest.refine.flags.Pace;
import dev.aisle.ingest.refine.memory.ProductMemory;
import dev.aisle.ingest.refine.memory.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags an event and learns from it what is usual. */
final class FlagEvent {
    private final int mostEventsPerMinute;
    private final References references;
    private final ProductMemory products;

    FlagEvent(int mostEventsPerMinute, References references, ProductMemory products) {
        this.mostEventsPerMinute = mostEventsPerMinute;
        this.references = references;
        this.products = products;
    }

    /**
     * The flags. A flagged number still counts as a reference for the next: the median stands up to single wild values, and a shop
     * that changes its prices must not be flagged for ever. What robots send teaches nothing.
     */
    List<Flag> flag(ShopEvent.Builder event, Pace pace) {
        List<Flag> flags = new ArrayList<>(BotSigns.of(event, pace, mostEventsPerMinute));
        boolean human = flags.isEmpty();
        for (Measured number : Measured.of(event)) {
            outlier(number).ifPresent(flags::add);
            if (human) {
                references.learn(number, event.getMessageId());
            }
        }
        if (human) {
            event.getItemsList().forEach(products::learn);
        }
        return flags;
    }

    /** Judged in its category when that has enough values, else among all. */
    private Optional<Flag> outlier(Measured number) {
        Optional<RobustScale> ofCategory = number.category().isEmpty()
                ? Optional.empty()
                : references.of(number.ofCategory()).scale();
        if (ofCategory.isPresent()) {
            return Outlier.of(number, ofCategory.get(), true);
        }
        return references.of(number.overall()).scale().flatMap(usual -> Outlier.of(number, usual, false));
    }
}
