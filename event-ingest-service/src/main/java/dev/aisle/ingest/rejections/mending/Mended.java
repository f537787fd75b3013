package dev.aisle.ingest.rejections.mending;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.values.Fault;

/** A refused event after its fix: good enough to go in, or not yet. */
public sealed interface Mended {
    record Valid(ShopEvent event) implements Mended {}

    record Invalid(Fault fault) implements Mended {}

    /** Uses the fix and asks of the event what the door asks. */
    static Mended of(ShopEvent event, EventFix fix) {
        return switch (fix.apply(event)) {
            case EventFix.Unfit unfit -> new Invalid(unfit.fault());
            case EventFix.Fixed fixed ->
                EventRules.fault(fixed.event()).<Mended>map(Invalid::new).orElseGet(() -> new Valid(fixed.event()));
        };
    }
}
