package dev.aisle.ingest.door.edge;

import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.RulesInUse;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The purposes that Global Privacy Control refuses: those that cross contexts by the table in use. */
final class CrossingContexts {
    private static final Set<Purpose> PURPOSES = by(RulesInUse.get());

    private CrossingContexts() {}

    static Set<Purpose> purposes() {
        return PURPOSES;
    }

    private static Set<Purpose> by(ConsentRules rules) {
        Set<Purpose> crossing = EnumSet.noneOf(Purpose.class);
        Arrays.stream(dev.aisle.algorithms.privacy.Purpose.values())
                .filter(purpose -> rules.mapping(purpose).crossesContexts())
                .forEach(purpose -> crossing.add(Purpose.valueOf(purpose.name())));
        return Collections.unmodifiableSet(crossing);
    }
}
