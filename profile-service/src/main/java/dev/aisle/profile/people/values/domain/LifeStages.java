package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.rfm.LifeCycle;
import java.util.Locale;

/** The stage of somebody's life as a customer. */
final class LifeStages {
    /** Of who hasn't bought. */
    static final String VISITOR = "visitor";

    private LifeStages() {}

    /** {@value #VISITOR}, or the stage of {@link LifeCycle} in lower case. */
    static Told<String> of(PurchaseSpan span, long today, Fitted fitted) {
        if (span.count() == 0) {
            return new Told.Known<>(VISITOR);
        }
        LifetimeModel model = fitted.purchases();
        return model == null
                ? fitted.without("lifetime")
                : new Told.Known<>(new LifeCycle(model)
                        .stage(span, today, fitted.daysPerUnit())
                        .name()
                        .toLowerCase(Locale.ROOT));
    }
}
